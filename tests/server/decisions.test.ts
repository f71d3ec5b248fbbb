// Decisions of two people on a real database: what they change, who may take them, and that nothing unseen is ever applied.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { App } from '../../src/lib/server/app.ts';
import { type Seat } from '../../src/lib/server/seat.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readPublication } from '../../src/lib/server/stores/publications.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { rejectDecision } from '../../src/lib/server/usecases/reject-decision.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import {
	confirm,
	correctKey,
	decidingContest,
	granted,
	places,
	preview,
	propose,
	reason,
	seenBy,
	type DecidingContest
} from './deciding-contest.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver } from './results-data.ts';

let fresh: FreshDatabase;
let app: App;
let contest: DecidingContest;

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
});
afterAll(() => fresh.drop());
beforeEach(async () => void (contest = await decidingContest(app)));

const voidC5: DecisionContent = { kind: 'void', question: 'C5' };
const pointsOff: DecisionContent = { kind: 'points', stage: 'HT', part: null, contestant: 'TS01', points: -2500 };
const asPlayed = ['1 TS01 8000', '2 TS02 6000', '3 TS03 4000', '4 TS04 2000'];

async function publish() {
	const { contestId, name, first } = contest;
	const version = (await readContest(app.database.drizzle, contestId))?.version;
	return publishResult(app, first, { contestId, expectedVersion: version, confirmName: name });
}

describe('what a decision changes', () => {
	it('R111 a corrected key counts as if it had always been there, and comes into the published ranking', async () => {
		expect(await places(contest)).toEqual(asPlayed);
		const shown = granted(await preview(contest, contest.first, { content: correctKey('C4', 'D') }));
		// C4 to D: TS01 loses a right answer (60), TS02 (80), TS03 (60) and TS04 (40) gain one.
		expect(shown.diff?.summary.vi).toBe(
			'4 thí sinh thay đổi điểm; 3 thí sinh thay đổi hạng; 2 giải thay đổi; 1 việc còn thiếu mới.'
		);
		expect(shown.diff?.people.map(({ contestant, text }) => `${contestant}: ${text.vi}`)).toEqual([
			'TS02: 60,00 → 80,00; hạng 2 → 1',
			'TS01: 80,00 → 60,00; hạng 1 → đồng hạng 2',
			'TS03: 40,00 → 60,00; hạng 3 → đồng hạng 2',
			'TS04: 20,00 → 40,00'
		]);
		expect(await places(contest)).toEqual(asPlayed);

		// C5 to B: TS02 loses one (40), TS03 (60) and TS04 (40) gain one; TS02 and TS04 tie, which the head judge parts.
		const id = await propose(contest, contest.first, { content: correctKey('C5', 'B') });
		expect(await places(contest)).toEqual(asPlayed);
		granted(await confirm(contest, contest.second, id));
		expect(await places(contest)).toEqual(['1 TS01 8000', '2 TS03 6000', '3 TS02 4000', '3 TS04 4000']);
		expect(await publish()).toMatchObject({ refused: 'result/incomplete' });

		const desk = granted(await decisionsDesk(app, contest.head, contest.contestId));
		expect(desk.choices.ties).toEqual([{ stage: 'HT', key: 'head-judge', contestants: ['TS02', 'TS04'] }]);
		const tie = { kind: 'tie', stage: 'HT', key: 'head-judge', order: [['TS04'], ['TS02']], seed: null } as const;
		granted(await confirm(contest, contest.first, await propose(contest, contest.head, { content: tie as never })));
		granted(await publish());
		const published = await readPublication(app.database.drizzle, contest.contestId);
		expect(
			published?.document.rankings[0]?.lines.map(({ rank, number, total }) => `${rank} ${number} ${total}`)
		).toEqual(['1 TS01 8000', '2 TS03 6000', '3 TS04 4000', '4 TS02 4000']);
	});

	it('R111 an annulled question leaves both sums, and taking it back restores everything', async () => {
		// Of four questions: TS01 4, TS02 2, TS03 2, TS04 1.
		granted(await confirm(contest, contest.second, await propose(contest, contest.first, { content: voidC5 })));
		const annulled = ['1 TS01 10000', '2 TS02 5000', '2 TS03 5000', '4 TS04 2500'];
		expect(await places(contest)).toEqual(annulled);

		const takingBack = { takesBack: 1 };
		const shown = granted(await preview(contest, contest.second, takingBack));
		expect(shown.what.vi).toBe('Thu hồi quyết định số 1 (Huỷ câu hỏi C5)');
		const id = await propose(contest, contest.second, takingBack);
		expect(await places(contest)).toEqual(annulled);
		granted(await confirm(contest, contest.first, id));
		expect(await places(contest)).toEqual(asPlayed);
		expect(await preview(contest, contest.first, takingBack)).toMatchObject({ refused: 'decision/already-taken-back' });
	});

	it('points by decision, with the line of the log in the history', async () => {
		const id = await propose(contest, contest.secretary, { content: pointsOff });
		granted(await confirm(contest, contest.head, id));
		expect(await places(contest)).toEqual(['1 TS02 6000', '2 TS01 5500', '3 TS03 4000', '4 TS04 2000']);
		const { settled } = granted(await decisionsDesk(app, contest.first, contest.contestId));
		expect(settled).toMatchObject([
			{
				sequence: 1,
				state: 'confirmed',
				what: { vi: 'Trừ 25,00 điểm cho TS01 Nguyễn Thị TS01, Hội thi' },
				reason,
				proposedBy: contest.secretary.name,
				settledBy: contest.head.name,
				logLine: 2,
				canTakeBack: true
			}
		]);
		expect(granted(await verifyLog(app, contest.contestId))).toMatchObject({ ok: true, count: 2 });
		const { entries } = granted(await contestLog(app, contest.head, contest.contestId, null));
		expect(entries.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
			`decision-confirmed ${contest.head.name}`,
			`decision-proposed ${contest.secretary.name}`
		]);
	});
});

describe('the second person', () => {
	it('is another account, also for whoever goes past the use case', async () => {
		const id = await propose(contest, contest.first, { content: pointsOff });
		expect(await confirm(contest, contest.first, id)).toMatchObject({ refused: 'decision/same-person' });
		const { accountId, name } = contest.first;
		const settle = (by: string) => fresh.sql`
			update proposal set state = 'confirmed', settled_by = ${name}, settled_by_account = ${by}, settled_at = now() where id = ${id}`;
		const decide = (by: string, confirmedBy: string) => fresh.sql`
			insert into decision (contest_id, sequence, content, reason, by, by_account, confirmed_by, confirmed_by_account, made_at, proposal_id)
			values (${contest.contestId}, 1, ${fresh.sql.json(pointsOff as never)}, 'x', ${name}, ${by}, ${name}, ${confirmedBy}, now(), ${id})`;
		await expect(settle(accountId)).rejects.toThrow('proposal_second_person');
		await expect(decide(accountId, accountId)).rejects.toThrow('decision_second_person');
		// Not with people of one's own choice either: the decision names those of its proposal.
		await expect(decide(contest.second.accountId, contest.head.accountId)).rejects.toThrow('decision_of_its_proposal');
		await expect(decide(accountId, contest.head.accountId)).rejects.toThrow('decision_of_its_proposal');
		expect(await places(contest)).toEqual(asPlayed);
	});

	it('of a rejected or a withdrawn proposal there is no decision, and of a confirmed one no other, for anybody', async () => {
		const { contestId, first, second } = contest;
		const { sql } = fresh;
		const decide = (id: string, by: string, content = pointsOff, why = reason) => sql`
			insert into decision (contest_id, sequence, content, reason, by, by_account, confirmed_by, confirmed_by_account, made_at, proposal_id)
			values (${contestId}, 1, ${sql.json(content as never)}, ${why}, 'A', ${first.accountId}, 'B', ${by}, now(), ${id})`;
		const settle = (id: string, state: string) => sql`
			update proposal set state = ${state}, settled_by = 'B', settled_by_account = ${second.accountId}, settled_at = now(),
				settled_reason = ${state === 'confirmed' ? null : 'x'} where id = ${id}`;
		const rejected = await propose(contest, first, { content: pointsOff });
		await settle(rejected, 'rejected');
		await expect(decide(rejected, second.accountId)).rejects.toThrow('not what was confirmed');
		const confirmed = await propose(contest, first, { content: pointsOff });
		await settle(confirmed, 'confirmed');
		await expect(decide(confirmed, second.accountId, voidC5)).rejects.toThrow('not what was confirmed');
		await expect(decide(confirmed, second.accountId, pointsOff, 'x')).rejects.toThrow('not what was confirmed');
		await decide(confirmed, second.accountId);
		expect((await places(contest))[0]).toBe('1 TS02 6000');
	});

	it('of ten at once, one confirms and one decision is made', async () => {
		const id = await propose(contest, contest.first, { content: pointsOff });
		const seen = await seenBy(contest, contest.second, id);
		const seats = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? contest.second : contest.head));
		const { contestId } = contest;
		const answers = await Promise.all(
			seats.map((seat) => confirmDecision(app, seat, { contestId, proposalId: id, seen }))
		);
		const refused = answers.flatMap((answer) => (isRefusal(answer) ? [answer.refused] : []));
		expect(refused).toEqual(Array(9).fill('decision/not-open'));
		const [{ count } = { count: -1 }] = await fresh.sql<{ count: number }[]>`
			select count(*)::int as count from decision where contest_id = ${contestId}`;
		expect(count).toBe(1);
	});

	it('sees the new preview when the result has changed since, and confirms that one or nothing', async () => {
		const id = await propose(contest, contest.first, { content: pointsOff });
		const stale = await seenBy(contest, contest.second, id);
		granted(await confirm(contest, contest.second, await propose(contest, contest.first, { content: voidC5 })));
		const { contestId } = contest;
		const given = { contestId, proposalId: id, seen: stale };
		expect(await confirmDecision(app, contest.second, given)).toMatchObject({ refused: 'decision/preview-changed' });
		expect(await places(contest)).toEqual(['1 TS01 10000', '2 TS02 5000', '2 TS03 5000', '4 TS04 2500']);
		const { open } = granted(await decisionsDesk(app, contest.second, contestId));
		expect(open).toMatchObject([{ id, hasChanged: true, can: { confirm: true } }]);
		expect(open[0]?.diff?.people.map(({ contestant, text }) => `${contestant}: ${text.vi}`)).toEqual([
			'TS01: 100,00 → 75,00'
		]);
		granted(await confirm(contest, contest.second, id));
		expect((await places(contest))[0]).toBe('1 TS01 7500');
	});

	it('rejects with a reason, and whoever proposed withdraws; settled once', async () => {
		const { contestId } = contest;
		const rejected = await propose(contest, contest.secretary, { content: pointsOff });
		const end = (seat: Seat, proposalId: string, why = 'Chưa đủ căn cứ') =>
			rejectDecision(app, seat, { contestId, proposalId, reason: why });
		expect(await end(contest.head, rejected, '')).toMatchObject({ refused: 'input/reason-needed', field: 'reason' });
		expect(granted(await end(contest.head, rejected)).result).toEqual({ state: 'rejected' });
		expect(await end(contest.head, rejected)).toMatchObject({ refused: 'decision/not-open' });
		expect(await confirm(contest, contest.head, rejected)).toMatchObject({ refused: 'decision/not-open' });
		const withdrawn = await propose(contest, contest.first, { content: pointsOff });
		expect(await end(contest.secretary, withdrawn)).toMatchObject({ refused: 'access/not-allowed' });
		expect(granted(await end(contest.first, withdrawn)).result).toEqual({ state: 'withdrawn' });
		expect(await places(contest)).toEqual(asPlayed);
	});

	it('a proposal and a decision never change afterwards', async () => {
		const id = await propose(contest, contest.first, { content: pointsOff });
		await expect(fresh.sql`update proposal set reason = 'x' where id = ${id}`).rejects.toThrow('settled once');
		await expect(fresh.sql`delete from proposal where id = ${id}`).rejects.toThrow('settled once');
		granted(await confirm(contest, contest.second, id));
		await expect(fresh.sql`update proposal set state = 'open' where id = ${id}`).rejects.toThrow('settled once');
		await expect(fresh.sql`update decision set reason = 'x' where proposal_id = ${id}`).rejects.toThrow(
			'only ever added'
		);
		await expect(fresh.sql`delete from decision where proposal_id = ${id}`).rejects.toThrow('only ever added');
	});
});
