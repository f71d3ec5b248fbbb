// What judges, head judge, secretary and organiser see of the sheets on real Postgres, and what stays blind (T-23, R125).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { updateContest } from '../../src/lib/server/stores/contests.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import type { Seat } from '../../src/lib/server/seat.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { callFirst, firstInstant, judgingContest, type CalledTurn, type JudgingContest } from './judging-contest.ts';

describe('what is seen of the sheets', () => {
	let world: JudgingContest;
	let turnId: string;
	let save: CalledTurn['save'];
	let lock: CalledTurn['lock'];
	let lockFull: CalledTurn['lockFull'];

	beforeEach(async () => {
		world = await judgingContest();
		({ turnId, save, lock, lockFull } = await callFirst(world));
	});
	afterEach(() => world.app.close());

	test('T-23 the log says whose sheet it was and of what; its total only to who may see it now', async () => {
		await lockFull(world.member);
		const said = async (seat: Seat) => {
			const log = await contestLog(world.app, seat, world.contestId, null);
			if (isRefusal(log)) throw new Error(log.refused);
			return log.entries.find(({ kind }) => kind === 'sheet-locked')?.about;
		};
		const before = await said(world.head);
		expect(before).toMatchObject({ judge: null, total: null });
		expect(before?.person).toMatch(/^TS01 \S/);
		expect(before?.parts).not.toEqual([]);
		await lockFull(world.head);
		expect(await said(world.organiser)).toMatchObject({ total: null });
		const log = await contestLog(world.app, world.head, world.contestId, null);
		if (isRefusal(log)) throw new Error(log.refused);
		const sheets = log.entries.filter(({ kind }) => kind === 'sheet-locked');
		expect(sheets.map(({ about }) => about.total)).toEqual([10_000, 10_000]);
		expect(log.entries.find(({ kind }) => kind === 'contestant-called')?.about.person).toMatch(/^TS01 /);
	});

	test('T-23 blind before the own lock: no payload a judge receives holds another mark', async () => {
		await save(world.other, 0, { TT1: '1,5' }, { TT1: 'Nhận xét riêng' });
		await lockFull(world.member);
		const desk = await judgeDesk(world.app, world.head, world.contestId, turnId);
		expect(desk).toMatchObject({ turns: [{ sheet: 'none', total: 0 }, {}, {}], sheet: { marks: {}, comments: {} } });
		expect(JSON.stringify(desk)).not.toMatch(/GK02|GK03|Nhận xét riêng|10000/);
		expect(await markingMatrix(world.app, world.member, world.contestId)).toMatchObject({
			refused: 'access/not-allowed'
		});

		const blind = await markingMatrix(world.app, world.head, world.contestId);
		expect(isRefusal(blind) ? blind : blind.rows[0]!.cells.map(({ state, total }) => [state, total])).toEqual([
			['none', null],
			['locked', null],
			['draft', null]
		]);
		await lockFull(world.head);
		const seeing = await markingMatrix(world.app, world.head, world.contestId);
		expect(isRefusal(seeing) ? seeing : seeing.rows[0]!.cells.map(({ total }) => total)).toEqual([
			10_000,
			10_000,
			null
		]);
	});

	test('the secretary sees totals of locked sheets only, the organiser none; both see what is missing', async () => {
		await save(world.other, 0, { TT1: '1,5' });
		await lockFull(world.member);
		for (const command of ['step-on-stage', 'start', 'end'])
			await runTurn(world.app, world.organiser, { contestId: world.contestId, turnId, command: { do: command } });
		const matrix = await markingMatrix(world.app, world.secretary, world.contestId);
		if (isRefusal(matrix)) throw new Error(matrix.refused);
		expect(matrix.rows[0]!.cells.map(({ total }) => total)).toEqual([null, 10_000, null]);
		expect(matrix.rows[0]!.cells[2]).toMatchObject({ state: 'draft', marked: 1, of: 17 });
		expect(matrix.missing).toMatchObject([
			{ judge: 'GK01', numbers: ['TS01'] },
			{ judge: 'GK03', numbers: ['TS01'] }
		]);
		expect(matrix).toMatchObject({ locked: 1, wanted: 9 });
		const organised = await markingMatrix(world.app, world.organiser, world.contestId);
		expect(isRefusal(organised) ? organised : organised.rows[0]!.cells.map(({ total }) => total)).toEqual([
			null,
			null,
			null
		]);
	});

	test('R125 once all sheets are in, the matrix says how far apart they are and points at the one the rules find too far', async () => {
		await lockFull(world.head);
		await lockFull(world.member);
		const rowNow = async () => {
			const matrix = await markingMatrix(world.app, world.head, world.contestId);
			if (isRefusal(matrix)) throw new Error(matrix.refused);
			return {
				me: matrix.me,
				spread: matrix.rows[0]!.spread,
				cells: matrix.rows[0]!.cells.map(({ isFar, apart }) => [isFar, apart])
			};
		};
		const me = world.judges[0]!.id;
		expect(await rowNow()).toEqual({ me, spread: null, cells: Array(3).fill([false, null]) });
		await save(world.other, 0, Object.fromEntries(world.criteria.map(({ code }) => [code, '0'])));
		await lock(world.other, 1);
		// All three are more than 20 % from the mean of 100, 100 and 0; the one of nothing is the furthest.
		expect(await rowNow()).toEqual({
			me,
			spread: 10_000,
			cells: [
				[false, null],
				[false, null],
				[true, 10_000]
			]
		});
	});

	test('places among the own sheets are shown only where the rules say so, and from own totals alone', async () => {
		await lockFull(world.other);
		const deskNow = async () => {
			const desk = await judgeDesk(world.app, world.member, world.contestId, turnId);
			if (isRefusal(desk)) throw new Error(desk.refused);
			return { showsPlaces: desk.showsPlaces, totals: desk.turns.map(({ total }) => total) };
		};
		expect(await deskNow()).toEqual({ showsPlaces: false, totals: [0, 0, 0] });
		const rules = { ...ruleTemplates['ba-phan'], judgesSeePlaces: true };
		await updateContest(world.app.database.drizzle, world.contestId, { rules });
		expect(await deskNow()).toEqual({ showsPlaces: true, totals: [0, 0, 0] });
	});

	test('a judge is told when each own sheet was submitted', async () => {
		await lockFull(world.member);
		const desk = await judgeDesk(world.app, world.member, world.contestId, turnId);
		expect(isRefusal(desk) ? desk : desk.turns.map(({ lockedAt }) => lockedAt)).toEqual([firstInstant, null, null]);
	});

	test('the situation and its points of answer come with the call, the outline is open before', async () => {
		const before = await judgeDesk(world.app, world.member, world.contestId, world.turns[1]!.id);
		if (isRefusal(before)) throw new Error(before.refused);
		expect(before.sheet).toMatchObject({ pointsOfAnswer: null, turn: { situation: null } });
		expect(before.sheet!.parts.map(({ isOpen }) => isOpen)).toEqual([true, false, false]);
		const called = await judgeDesk(world.app, world.member, world.contestId, null);
		if (isRefusal(called)) throw new Error(called.refused);
		expect(called.currentTurnId).toBe(turnId);
		expect(called.sheet).toMatchObject({ pointsOfAnswer: 'Bình tĩnh', turn: { situation: 'Mất điện giữa buổi' } });
	});
});
