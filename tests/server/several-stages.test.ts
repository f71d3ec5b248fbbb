// Several stages on real Postgres: lots stage by stage and session by session, from those who go on.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Draw } from '../../src/lib/contest/record/draw.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { resultPreview } from '../../src/lib/server/views/result-preview.ts';
import { setupLots } from '../../src/lib/server/views/setup-lots.ts';
import { turnBoard } from '../../src/lib/server/views/turn-board.ts';
import { updateContest } from '../../src/lib/server/stores/contests.ts';
import { twiceJudgedRules } from '../staged-rules.ts';
import { ok, setupWorld, type World } from './setup-world.ts';
import { pointsForAll, stagedContest, type StagedContest } from './staged-contest.ts';

let world: World;
let contest: StagedContest;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
	contest = await stagedContest(world);
});

const order = async () =>
	(
		await world.fresh.sql`
			select c.number, t.session, t.position from turn t join contestant c on c.id = t.contestant_id
			where t.contest_id = ${contest.contestId} and t.stage = 'CK' order by t.position`
	).map(({ number, session, position }) => [Number(position), String(number), session as string | null]);

const numbersOf = ({ result }: Draw) => result.map(({ id }) => id);

describe('R191 a later stage', () => {
	it('is not drawn before the earlier one is complete', async () => {
		ok(await contest.give({ TS01: '10' }));
		expect(await contest.draw({ stage: 'CK' })).toMatchObject({ refused: 'lots/stage-not-decided' });
		const lots = ok(await setupLots(world.app, contest.secretary, contest.contestId));
		expect(lots).toMatchObject({ stage: 'CK', isDecided: false, competing: 0 });
	});

	it('is drawn from those who go on, divided evenly into its sessions', async () => {
		ok(await contest.give(pointsForAll));
		const drawn = ok(await contest.draw({ stage: 'CK' })).result;
		expect(numbersOf(drawn).sort()).toEqual(['TS02', 'TS03', 'TS04', 'TS05']);
		expect(await order()).toEqual(numbersOf(drawn).map((number, at) => [at + 1, number, at < 2 ? 'SANG' : 'CHIEU']));
		expect(await contest.lastLine()).toMatchObject({ kind: 'lots-drawn', payload: { stage: 'CK', session: null } });
	});

	it('is drawn session by session: each from those no other session has, counted through in the order of sessions', async () => {
		ok(await contest.give(pointsForAll));
		await world.fresh
			.sql`update contestant set checked_in_at = now() where contest_id = ${contest.contestId} and number in ('TS02', 'TS04')`;
		const inAfternoon = ok(await contest.draw({ stage: 'CK', session: 'CHIEU' })).result;
		expect(inAfternoon).toMatchObject({ title: 'Thứ tự dự thi · Chung khảo · Buổi chiều', session: 'CHIEU' });
		const afternoon = numbersOf(inAfternoon);
		expect(afternoon.toSorted()).toEqual(['TS02', 'TS04']);
		const morning = numbersOf(ok(await contest.draw({ stage: 'CK', session: 'SANG', among: 'competing' })).result);
		expect(morning.toSorted()).toEqual(['TS03', 'TS05']);
		expect((await order()).map(([position, number, session]) => `${position} ${number} ${session}`)).toEqual([
			...morning.map((number, at) => `${at + 1} ${number} SANG`),
			...afternoon.map((number, at) => `${at + 3} ${number} CHIEU`)
		]);
		expect(await contest.draw({ stage: 'CK', session: 'SANG' })).toMatchObject({ refused: 'input/reason-needed' });
	});

	it('a session that has begun stays, another is still drawn', async () => {
		ok(await contest.give(pointsForAll));
		ok(await contest.draw({ stage: 'CK' }));
		const afternoon = { stage: 'CK', session: 'CHIEU' };
		expect(ok(await setupLots(world.app, contest.secretary, contest.contestId, afternoon))).toMatchObject({
			lots: [],
			again: ['order']
		});
		await world.fresh
			.sql`update turn set status = 'ended' where contest_id = ${contest.contestId} and session = 'SANG'`;
		const before = await order();
		const again = { stage: 'CK', among: 'competing', reason: 'Một thí sinh đến muộn' };
		expect(await contest.draw({ ...again, session: 'SANG' })).toMatchObject({ refused: 'lots/already-drawn' });
		expect(await contest.draw(again)).toMatchObject({ refused: 'lots/already-drawn' });
		ok(await contest.draw({ ...again, session: 'CHIEU' }));
		expect((await order()).slice(0, 2)).toEqual(before.slice(0, 2));
		expect((await order()).map(([position]) => position)).toEqual([1, 2, 3, 4]);
	});

	it('a stage or session the rules do not have is refused', async () => {
		expect(await contest.draw({ stage: 'XX' })).toMatchObject({ refused: 'input/not-valid', field: 'stage' });
		expect(await contest.draw({ stage: 'CK', session: 'TOI' })).toMatchObject({
			refused: 'input/not-valid',
			field: 'session'
		});
	});

	it('the result page says who goes on and why, and who waits for a decision', async () => {
		ok(await contest.give({ ...pointsForAll, TS01: '20' }));
		const preview = ok(await resultPreview(world.app, contest.organiser, contest.contestId));
		expect(preview.advancements).toMatchObject([
			{ to: 'CK', isDecided: false, awaitsLots: true, undecided: ['TS01', 'TS04'] }
		]);
		expect(preview.advancements[0]?.goingOn.map(({ number }) => number)).toEqual(['TS02', 'TS05', 'TS03']);
		expect(preview.advancements[0]?.goingOn[0]?.why.vi).toBe('hạng 1 với 40,00 điểm');
		expect(await contest.draw({ stage: 'CK' })).toMatchObject({ refused: 'lots/stage-not-decided' });
	});

	it('the result page waits for its lots until everybody who goes on has a turn', async () => {
		const awaitsLots = async () =>
			ok(await resultPreview(world.app, contest.organiser, contest.contestId)).advancements.map((to) => to.awaitsLots);
		ok(await contest.give(pointsForAll));
		await world.fresh
			.sql`update contestant set checked_in_at = now() where contest_id = ${contest.contestId} and number in ('TS02', 'TS04')`;
		expect(await awaitsLots()).toEqual([true]);
		ok(await contest.draw({ stage: 'CK', session: 'CHIEU' }));
		expect(await awaitsLots()).toEqual([true]);
		ok(await contest.draw({ stage: 'CK', session: 'SANG', among: 'competing' }));
		expect(await awaitsLots()).toEqual([false]);
	});
});

describe('where judges mark in two stages', () => {
	it('a person chooses; without a choice it is the last stage that was drawn; a turn is shown in its own stage', async () => {
		const { contestId, organiser } = contest;
		await updateContest(world.fresh.database.drizzle, contestId, { rules: twiceJudgedRules });
		const before = ok(await setupLots(world.app, organiser, contestId));
		expect(before.stages.map(({ code }) => code)).toEqual(['SK', 'CK']);
		expect(before).toMatchObject({ stage: 'SK', isDecided: true, competing: 6 });
		ok(await contest.draw({}));
		const board = ok(await turnBoard(world.app, organiser, contestId));
		expect(board).toMatchObject({ stage: 'SK' });
		expect(board.turns).toHaveLength(6);
		expect(ok(await turnBoard(world.app, organiser, contestId, 'CK'))).toMatchObject({ stage: 'CK', turns: [] });
		expect(ok(await setupLots(world.app, organiser, contestId, { stage: 'CK', session: 'SANG' }))).toMatchObject({
			stage: 'CK',
			session: 'SANG',
			isDecided: false
		});
		const marker = contest.judges.get('GK01')!;
		expect(ok(await judgeDesk(world.app, marker, contestId, null))).toMatchObject({ stage: 'SK', marksNothing: true });
		expect(ok(await judgeDesk(world.app, marker, contestId, null, 'CK'))).toMatchObject({
			stage: 'CK',
			marksNothing: false
		});
		expect(ok(await judgeDesk(world.app, marker, contestId, board.turns[0]!.turnId, 'CK')).stage).toBe('SK');
	});
});
