// The head judge's board on real Postgres: what each cell says, how long sheets take, and how the judges mark beside each other (T-23, T-24).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatPoints } from '../../src/lib/contest/points.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { panelTendencies } from '../../src/lib/server/views/panel-tendencies.ts';
import { firstInstant, judgingContest, type JudgingContest } from './judging-contest.ts';
import { lockSigned, reopenSigned } from './lock-signed.ts';
import { ok } from './setup-world.ts';
import { storeDecision } from './store-decision.ts';

let world: JudgingContest;

beforeEach(async () => {
	world = await judgingContest();
});
afterEach(() => world.app.close());

const perform = async (at: number): Promise<void> => {
	const turnId = world.turns[at]!.id;
	for (const command of ['call', 'step-on-stage', 'start', 'end'])
		ok(await runTurn(world.app, world.organiser, { contestId: world.contestId, turnId, command: { do: command } }));
};
/** Every criterion its maximum less so many steps. */
const marks = (less: number) =>
	Object.fromEntries(world.criteria.map(({ code, max, step }) => [code, formatPoints(Math.max(0, max - step * less))]));
const save = (seat: StaffSeat, at: number, version: number, given: Record<string, string>) =>
	saveScoresheet(world.app, seat, {
		contestId: world.contestId,
		turnId: world.turns[at]!.id,
		version,
		marks: given,
		comments: {}
	});
const lock = async (seat: StaffSeat, at: number, less: number): Promise<void> => {
	ok(await save(seat, at, 0, marks(less)));
	ok(await lockSigned(world.app, seat, { contestId: world.contestId, turnId: world.turns[at]!.id, version: 1 }));
};
const board = async (seat = world.head) => ok(await markingMatrix(world.app, seat, world.contestId));
const cell = async (row: number, judge: number) => (await board()).rows[row]!.cells[judge]!;

test('a draft that another device would have overwritten says so until it is saved again', async () => {
	await perform(0);
	ok(await save(world.member, 0, 0, { TT1: '1' }));
	expect(await cell(0, 1)).toMatchObject({ state: 'draft', isConflicting: false });
	// The same once more is no conflict, whatever the version.
	ok(await save(world.member, 0, 0, { TT1: '1' }));
	expect(await cell(0, 1)).toMatchObject({ isConflicting: false });
	expect(await save(world.member, 0, 0, { TT1: '2' })).toMatchObject({ refused: 'sheet/changed-elsewhere' });
	expect(await cell(0, 1)).toMatchObject({ state: 'draft', isConflicting: true, total: null });
	ok(await save(world.member, 0, 1, { TT1: '2' }));
	expect(await cell(0, 1)).toMatchObject({ isConflicting: false });
});

test('a sheet that was opened again waits to be signed again; who is excused has nothing to be waited for', async () => {
	await perform(0);
	await lock(world.member, 0, 0);
	const sheet = { contestId: world.contestId, turnId: world.turns[0]!.id, judgeId: world.judges[1]!.id };
	ok(await reopenSigned(world.app, world.head, { ...sheet, reason: 'Nhầm tiêu chí của thí sinh' }));
	expect(await cell(0, 1)).toMatchObject({ state: 'draft', isReopened: true, excused: null });
	const recusal = { kind: 'recusal', judge: 'GK03', contestant: 'TS01', part: null, how: 'recused' } as const;
	await storeDecision(world.fresh.sql, world.contestId, recusal);
	expect(await cell(0, 2)).toMatchObject({ isExpected: false, excused: 'recused' });
	expect(await cell(1, 2)).toMatchObject({ isExpected: true, excused: null });
});

test('R146 the head judge sees how long sheets take and whose are still out; nobody else does', async () => {
	await perform(0);
	await perform(1);
	const minutes = (count: number) => firstInstant + count * 60_000;
	world.setTime(minutes(0));
	ok(await save(world.member, 0, 0, marks(1)));
	world.setTime(minutes(4));
	const signed = { contestId: world.contestId, turnId: world.turns[0]!.id, version: 1 };
	ok(await lockSigned(world.app, world.member, signed));
	world.setTime(minutes(5));
	await lock(world.other, 0, 2);
	expect((await board()).times).toEqual({
		medianMs: 120_000,
		timed: 2,
		judges: [
			{ id: world.judges[0]!.id, code: 'GK01', name: 'Người 0', medianMs: null, timed: 0, open: 2 },
			{ id: world.judges[1]!.id, code: 'GK02', name: 'Người 1', medianMs: 240_000, timed: 1, open: 1 },
			{ id: world.judges[2]!.id, code: 'GK03', name: 'Người 2', medianMs: 0, timed: 1, open: 1 }
		]
	});
	for (const seat of [world.organiser, world.secretary]) expect((await board(seat)).times).toBeNull();
});

test('R147 tendencies rest on whole presentations alone, and no figure moves with an open sheet', async () => {
	const tendencies = async () => ok(await panelTendencies(world.app, world.head, world.contestId));
	for (const at of [0, 1, 2]) await perform(at);
	for (const seat of [world.head, world.member, world.other]) {
		await lock(seat, 0, seat === world.other ? 2 : 0);
		await lock(seat, 1, seat === world.other ? 3 : 1);
	}
	const before = await tendencies();
	expect(before).toMatchObject({ whole: 2, open: 1 });
	const panel = before.panels[0]!;
	expect(panel.judges.map(({ judge, tendency }) => [judge.code, tendency?.compared])).toEqual([
		['GK01', 2],
		['GK02', 2],
		['GK03', 2]
	]);
	expect(panel.judges[2]!.tendency!.severity).toBeLessThan(-25);
	expect(panel.judges[2]!.tendency!.correlation).toBeCloseTo(1);
	expect(panel.judges[0]!.without).toEqual({ moved: 0, mostPlaces: 0, prizes: null });

	// The head judge still has the third to mark: the others' locked sheets change nothing that is told.
	await lock(world.member, 2, 4);
	await lock(world.other, 2, 0);
	expect({ ...(await tendencies()), contest: null }).toEqual({ ...before, contest: null });
	await lock(world.head, 2, 4);
	const after = await tendencies();
	expect(after).toMatchObject({ whole: 3, open: 0 });
	expect(after.panels[0]!.judges.every(({ without }) => without?.prizes !== null)).toBe(true);
});

test('T-24 only the head judge may ask', async () => {
	for (const seat of [world.member, world.secretary, world.organiser])
		expect(await panelTendencies(world.app, seat, world.contestId)).toMatchObject({ refused: 'access/not-allowed' });
	expect(await panelTendencies(world.app, { kind: 'anonymous' }, world.contestId)).toMatchObject({
		refused: 'access/sign-in-needed'
	});
	expect(ok(await panelTendencies(world.app, world.head, world.contestId))).toMatchObject({ whole: 0, open: 3 });
});
