// Answers that are put aside instead of stored: one insert and the reads over them; it must not decide what becomes of them.
import { sql } from 'drizzle-orm';
import type { ContestId, RoundId } from '../../contest/ids.ts';
import type { Choice } from '../../contest/question.ts';
import { incomingRows, ownTime, type AnswerToStore } from './answers.ts';
import type { Queryable } from './queryable.ts';

/** A phone that will not stop fills no table: this many taps of one contestant to one question are kept. */
const mostOfOne = 5;

export type PutAside = AnswerToStore & { why: 'not-committed' | 'late' };

/** Once for each operation, however often it comes. */
export async function putAside(db: Queryable, answers: PutAside[], now: number): Promise<void> {
	if (answers.length === 0) return;
	const late = answers.filter(({ why }) => why === 'late').map(({ operation }) => operation);
	await db.execute(sql`
		insert into quarantined_answer (operation, contest_id, round_id, question_id, contestant_id, choice, received_at, used_ms, why,
			put_aside_at)
		select i.operation, i.contest_id, i.round_id, i.question_id, i.contestant_id, i.choice, i.received_at, own.used_ms,
			case when i.operation = any(${`{${late.join()}}`}::uuid[]) then 'late' else 'not-committed' end,
			${new Date(now).toISOString()}::timestamptz
		from ${incomingRows(answers)}
		join round_question g on g.round_id = i.round_id and g.question_id = i.question_id
		join contestant c on c.id = i.contestant_id and (c.contest_id = i.contest_id) is true
		cross join ${ownTime}
		where (
			select count(*) from quarantined_answer q
			where q.round_id = i.round_id and q.question_id = i.question_id and q.contestant_id = i.contestant_id
		) < ${mostOfOne}
		on conflict do nothing`);
}

export interface QuarantinedAnswer {
	operation: string;
	questionCode: string;
	/** Position of its question in the round, from 1. */
	questionNumber: number;
	contestantNumber: string;
	contestantName: string;
	choice: Choice;
	/** ms epoch. */
	receivedAt: number;
	usedMs: number;
	why: 'not-committed' | 'late';
}

/** Of a round, or of the whole contest, in the order they arrived. */
export async function readQuarantined(
	db: Queryable,
	contestId: ContestId,
	roundId?: RoundId
): Promise<QuarantinedAnswer[]> {
	const rows = await db.execute<Record<string, never>>(sql`
		select a.operation, q.code, rq.position + 1 as question_number, c.number, c.full_name, a.choice,
			extract(epoch from a.received_at)::float8 * 1000 as received_ms, a.used_ms, a.why
		from quarantined_answer a
		join question q on q.id = a.question_id
		join round_question rq on rq.round_id = a.round_id and rq.question_id = a.question_id
		join contestant c on c.id = a.contestant_id
		where a.contest_id = ${contestId} ${roundId ? sql`and a.round_id = ${roundId}` : sql``}
		order by a.received_at, a.operation`);
	return rows.map((row: Record<string, unknown>) => ({
		operation: String(row.operation),
		questionCode: String(row.code),
		questionNumber: Number(row.question_number),
		contestantNumber: String(row.number),
		contestantName: String(row.full_name),
		choice: row.choice as Choice,
		receivedAt: Math.round(Number(row.received_ms)),
		usedMs: Number(row.used_ms),
		why: row.why as QuarantinedAnswer['why']
	}));
}
