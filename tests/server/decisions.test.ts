// Decisions of two people on a real database: what they change, who may take them, and that nothing unseen is ever applied.
import { describe, expect, it } from 'vitest';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { type Seat } from '../../src/lib/server/seat.ts';
import { readPublication } from '../../src/lib/server/stores/publications.ts';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { rejectDecision } from '../../src/lib/server/usecases/reject-decision.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import {
	confirm,
	correctKey,
	decidingWorld,
	granted,
	places,
	pointsOff,
	preview,
	propose,
	publish,
	reason,
	seenBy,
	voidC5
} from './deciding-contest.ts';

const world = decidingWorld();

const asPlayed = ['1 TS01 8000', '2 TS02 6000', '3 TS03 4000', '4 TS04 2000'];

describe('what a decision changes', () => {
	it('R111 a corrected key counts as if it had always been there, and comes into the published ranking', async () => {
		expect(await places(world.contest)).toEqual(asPlayed);
		const shown = granted(await preview(world.contest, world.contest.first, { content: correctKey('C4', 'D') }));
		// C4 to D: TS01 loses a right answer (60), TS02 (80), TS03 (60) and TS04 (40) gain one.
		expect(shown.diff?.summary.vi).toBe(
			'4 thí sinh thay đổi điểm; 3 thí sinh thay đổi hạng; 2 giải đổi người nhận; 1 vướng mắc mới.'
		);
		expect(shown.diff?.people.map(({ contestant, text }) => `${contestant}: ${text.vi}`)).toEqual([
			'TS02: 60,00 → 80,00; hạng 2 → 1',
			'TS01: 80,00 → 60,00; hạng 1 → đồng hạng 2',
			'TS03: 40,00 → 60,00; hạng 3 → đồng hạng 2',
			'TS04: 20,00 → 40,00'
		]);
		expect(await places(world.contest)).toEqual(asPlayed);

		// C5 to B: TS02 loses one (40), TS03 (60) and TS04 (40) gain one; TS02 and TS04 tie, which the head judge parts.
		const id = await propose(world.contest, world.contest.first, { content: correctKey('C5', 'B') });
		expect(await places(world.contest)).toEqual(asPlayed);
		granted(await confirm(world.contest, world.contest.second, id));
		expect(await places(world.contest)).toEqual(['1 TS01 8000', '2 TS03 6000', '3 TS02 4000', '3 TS04 4000']);
		expect(await publish(world.contest)).toMatchObject({ refused: 'result/incomplete' });

		const desk = granted(await decisionsDesk(world.app, world.contest.head, world.contest.contestId));
		expect(desk.choices.ties).toEqual([{ stage: 'HT', key: 'head-judge', contestants: ['TS02', 'TS04'] }]);
		const tie = { kind: 'tie', stage: 'HT', key: 'head-judge', order: [['TS04'], ['TS02']], seed: null } as const;
		granted(
			await confirm(
				world.contest,
				world.contest.first,
				await propose(world.contest, world.contest.head, { content: tie as never })
			)
		);
		granted(await publish(world.contest));
		const published = await readPublication(world.app.database.drizzle, world.contest.contestId);
		expect(
			published?.document.rankings[0]?.lines.map(({ rank, number, total }) => `${rank} ${number} ${total}`)
		).toEqual(['1 TS01 8000', '2 TS03 6000', '3 TS04 4000', '4 TS02 4000']);
	});

	it('R111 an annulled question leaves both sums, and taking it back restores everything', async () => {
		// Of four questions: TS01 4, TS02 2, TS03 2, TS04 1.
		granted(
			await confirm(
				world.contest,
				world.contest.second,
				await propose(world.contest, world.contest.first, { content: voidC5 })
			)
		);
		const annulled = ['1 TS01 10000', '2 TS02 5000', '2 TS03 5000', '4 TS04 2500'];
		expect(await places(world.contest)).toEqual(annulled);

		const takingBack = { takesBack: 1 };
		const shown = granted(await preview(world.contest, world.contest.second, takingBack));
		expect(shown.what.vi).toBe('Thu hồi quyết định số 1 (Huỷ câu hỏi C5)');
		const id = await propose(world.contest, world.contest.second, takingBack);
		expect(await places(world.contest)).toEqual(annulled);
		granted(await confirm(world.contest, world.contest.first, id));
		expect(await places(world.contest)).toEqual(asPlayed);
		expect(await preview(world.contest, world.contest.first, takingBack)).toMatchObject({
			refused: 'decision/already-taken-back'
		});
	});

	it('points by decision, with the line of the log in the history', async () => {
		const id = await propose(world.contest, world.contest.secretary, { content: pointsOff });
		granted(await confirm(world.contest, world.contest.head, id));
		expect(await places(world.contest)).toEqual(['1 TS02 6000', '2 TS01 5500', '3 TS03 4000', '4 TS04 2000']);
		const { settled } = granted(await decisionsDesk(world.app, world.contest.first, world.contest.contestId));
		expect(settled).toMatchObject([
			{
				sequence: 1,
				state: 'confirmed',
				what: { vi: 'Trừ 25,00 điểm trong tổng điểm của TS01 Nguyễn Thị TS01' },
				reason,
				proposedBy: world.contest.secretary.name,
				settledBy: world.contest.head.name,
				logLine: 2,
				canTakeBack: true
			}
		]);
		expect(granted(await verifyLog(world.app, world.contest.contestId))).toMatchObject({ ok: true, count: 2 });
		const { entries } = granted(await contestLog(world.app, world.contest.head, world.contest.contestId, null));
		expect(entries.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
			`decision-confirmed ${world.contest.head.name}`,
			`decision-proposed ${world.contest.secretary.name}`
		]);
	});
});

describe('the second person', () => {
	it('is another account, also for whoever goes past the use case', async () => {
		const id = await propose(world.contest, world.contest.first, { content: pointsOff });
		expect(await confirm(world.contest, world.contest.first, id)).toMatchObject({ refused: 'decision/same-person' });
		const { accountId, name } = world.contest.first;
		const settle = (by: string) => world.fresh.sql`
			update proposal set state = 'confirmed', settled_by = ${name}, settled_by_account = ${by}, settled_at = now() where id = ${id}`;
		const decide = (by: string, confirmedBy: string) => world.fresh.sql`
			insert into decision (contest_id, sequence, content, reason, by, by_account, confirmed_by, confirmed_by_account, made_at, proposal_id)
			values (${world.contest.contestId}, 1, ${world.fresh.sql.json(pointsOff as never)}, 'x', ${name}, ${by}, ${name}, ${confirmedBy}, now(), ${id})`;
		await expect(settle(accountId)).rejects.toThrow('proposal_second_person');
		await expect(decide(accountId, accountId)).rejects.toThrow('decision_second_person');
		// Not with people of one's own choice either: the decision names those of its proposal.
		await expect(decide(world.contest.second.accountId, world.contest.head.accountId)).rejects.toThrow(
			'decision_of_its_proposal'
		);
		await expect(decide(accountId, world.contest.head.accountId)).rejects.toThrow('decision_of_its_proposal');
		expect(await places(world.contest)).toEqual(asPlayed);
	});

	it('of a rejected or a withdrawn proposal there is no decision, and of a confirmed one no other, for anybody', async () => {
		const { contestId, first, second } = world.contest;
		const { sql } = world.fresh;
		const decide = (id: string, by: string, content: DecisionContent = pointsOff, why = reason) => sql`
			insert into decision (contest_id, sequence, content, reason, by, by_account, confirmed_by, confirmed_by_account, made_at, proposal_id)
			values (${contestId}, 1, ${sql.json(content as never)}, ${why}, 'A', ${first.accountId}, 'B', ${by}, now(), ${id})`;
		const settle = (id: string, state: string) => sql`
			update proposal set state = ${state}, settled_by = 'B', settled_by_account = ${second.accountId}, settled_at = now(),
				settled_reason = ${state === 'confirmed' ? null : 'x'} where id = ${id}`;
		const rejected = await propose(world.contest, first, { content: pointsOff });
		await settle(rejected, 'rejected');
		await expect(decide(rejected, second.accountId)).rejects.toThrow('not what was confirmed');
		const confirmed = await propose(world.contest, first, { content: pointsOff });
		await settle(confirmed, 'confirmed');
		await expect(decide(confirmed, second.accountId, voidC5)).rejects.toThrow('not what was confirmed');
		await expect(decide(confirmed, second.accountId, pointsOff, 'x')).rejects.toThrow('not what was confirmed');
		await decide(confirmed, second.accountId);
		expect((await places(world.contest))[0]).toBe('1 TS02 6000');
	});

	it('of ten at once, one confirms and one decision is made', async () => {
		const id = await propose(world.contest, world.contest.first, { content: pointsOff });
		const seen = await seenBy(world.contest, world.contest.second, id);
		const seats = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? world.contest.second : world.contest.head));
		const { contestId } = world.contest;
		const answers = await Promise.all(
			seats.map((seat) => confirmDecision(world.app, seat, { contestId, proposalId: id, seen }))
		);
		const refused = answers.flatMap((answer) => (isRefusal(answer) ? [answer.refused] : []));
		expect(refused).toEqual(Array(9).fill('decision/not-open'));
		const [{ count } = { count: -1 }] = await world.fresh.sql<{ count: number }[]>`
			select count(*)::int as count from decision where contest_id = ${contestId}`;
		expect(count).toBe(1);
	});

	it('sees the new preview when the result has changed since, and confirms that one or nothing', async () => {
		const id = await propose(world.contest, world.contest.first, { content: pointsOff });
		const stale = await seenBy(world.contest, world.contest.second, id);
		granted(
			await confirm(
				world.contest,
				world.contest.second,
				await propose(world.contest, world.contest.first, { content: voidC5 })
			)
		);
		const { contestId } = world.contest;
		const given = { contestId, proposalId: id, seen: stale };
		expect(await confirmDecision(world.app, world.contest.second, given)).toMatchObject({
			refused: 'decision/preview-changed'
		});
		expect(await places(world.contest)).toEqual(['1 TS01 10000', '2 TS02 5000', '2 TS03 5000', '4 TS04 2500']);
		const { open } = granted(await decisionsDesk(world.app, world.contest.second, contestId));
		expect(open).toMatchObject([{ id, hasChanged: true, can: { confirm: true } }]);
		expect(open[0]?.diff?.people.map(({ contestant, text }) => `${contestant}: ${text.vi}`)).toEqual([
			'TS01: 100,00 → 75,00'
		]);
		granted(await confirm(world.contest, world.contest.second, id));
		expect((await places(world.contest))[0]).toBe('1 TS01 7500');
	});

	it('rejects with a reason, and whoever proposed withdraws; settled once', async () => {
		const { contestId } = world.contest;
		const rejected = await propose(world.contest, world.contest.secretary, { content: pointsOff });
		const end = (seat: Seat, proposalId: string, why = 'Chưa đủ căn cứ') =>
			rejectDecision(world.app, seat, { contestId, proposalId, reason: why });
		expect(await end(world.contest.head, rejected, '')).toMatchObject({
			refused: 'input/reason-needed',
			field: 'reason'
		});
		expect(granted(await end(world.contest.head, rejected)).result).toEqual({ state: 'rejected' });
		expect(await end(world.contest.head, rejected)).toMatchObject({ refused: 'decision/not-open' });
		expect(await confirm(world.contest, world.contest.head, rejected)).toMatchObject({ refused: 'decision/not-open' });
		const withdrawn = await propose(world.contest, world.contest.first, { content: pointsOff });
		expect(await end(world.contest.secretary, withdrawn)).toMatchObject({ refused: 'access/not-allowed' });
		expect(granted(await end(world.contest.first, withdrawn)).result).toEqual({ state: 'withdrawn' });
		expect(await places(world.contest)).toEqual(asPlayed);
	});

	it('a proposal and a decision never change afterwards', async () => {
		const id = await propose(world.contest, world.contest.first, { content: pointsOff });
		await expect(world.fresh.owner.sql`update proposal set reason = 'x' where id = ${id}`).rejects.toThrow(
			'settled once'
		);
		await expect(world.fresh.owner.sql`delete from proposal where id = ${id}`).rejects.toThrow('settled once');
		granted(await confirm(world.contest, world.contest.second, id));
		await expect(world.fresh.owner.sql`update proposal set state = 'open' where id = ${id}`).rejects.toThrow(
			'settled once'
		);
		await expect(world.fresh.owner.sql`update decision set reason = 'x' where proposal_id = ${id}`).rejects.toThrow(
			'only ever added'
		);
		await expect(world.fresh.owner.sql`delete from decision where proposal_id = ${id}`).rejects.toThrow(
			'only ever added'
		);
	});
});
