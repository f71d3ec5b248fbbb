// Collects the evidence for the checker: the phones' files, the rows of the database, the second count, the log's chain.
import type { App } from '../../src/lib/server/app.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { auditContest } from '../../src/lib/server/views/audit.ts';
import { check, type StoredRow, type Verdict } from './checker.ts';
import { monotonicMs, readOperationLogs } from './operation-log.ts';

/** Phones, house and database share one machine: what is left is the time of a query. */
const clockErrorMs = 250;

export async function checkContest(app: App, contestId: string, logFolder: string): Promise<Verdict> {
	const stored = await app.database.sql<StoredRow[]>`
		select a.operation::text, c.number as phone, a.round_id::text as "roundId", a.question_id::text as "questionId", a.choice,
			a.sequence, a.ordinal, extract(epoch from a.received_at)::float8 * 1000 as "receivedAt", rq.may_change as "mayChange",
			extract(epoch from rq.deadline_at + rq.grace_ms * interval '1 millisecond')::float8 * 1000 as "closesAt"
		from answer a
		join contestant c on c.id = a.contestant_id
		join round_question rq on rq.round_id = a.round_id and rq.question_id = a.question_id
		where a.contest_id = ${contestId}`;
	return check({
		log: readOperationLogs(logFolder),
		stored: [...stored],
		clockOffsetMs: await offsetOf(app),
		clockErrorMs,
		differing: (await auditContest(app, contestId, [], [])).differing,
		isChainWhole: (await verifyLog(app, contestId)).ok
	});
}

/** From the machine's monotonic clock to the database's, by the quickest of some round trips. */
async function offsetOf(app: App): Promise<number> {
	let best = { tripMs: Infinity, offsetMs: 0 };
	for (let trip = 0; trip < 5; trip++) {
		const before = monotonicMs();
		const [row] = await app.database.sql<{ ms: number }[]>`
			select extract(epoch from clock_timestamp())::float8 * 1000 as ms`;
		const after = monotonicMs();
		if (after - before < best.tripMs)
			best = { tripMs: after - before, offsetMs: (row?.ms ?? 0) - (before + after) / 2 };
	}
	return best.offsetMs;
}
