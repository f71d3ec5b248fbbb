// Score sheets on real Postgres: drafts, locking, reopening, and what nobody may do to another judge's sheet (R23, R24).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { callFirst, fullMarks, judgingContest, type CalledTurn, type JudgingContest } from './judging-contest.ts';
import { reopenSigned } from './lock-signed.ts';

describe('score sheets', () => {
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

	const rows = () => world.fresh.sql`select * from scoresheet order by judge_id, revision`;

	test('R23 a draft keeps comma and dot alike, counts its versions and touches no contest row', async () => {
		const [before] = await world.fresh.sql`select version from contest`;
		expect(await save(world.member, 0, { TT1: '4,5', TT6: '2.75' }, { TT1: 'Mở đầu tốt' })).toMatchObject({
			version: 1
		});
		expect(await save(world.member, 1, { TT2: '12' })).toMatchObject({ version: 2 });
		const [row] = await rows();
		expect(row!.marks).toEqual({ TT1: 450, TT6: 275, TT2: 1200 });
		expect(row!.comments).toEqual({ TT1: 'Mở đầu tốt' });
		expect((await world.fresh.sql`select version from contest`)[0]).toEqual(before);
	});

	test('R23 zero is a mark, an empty field takes the mark back', async () => {
		await save(world.member, 0, { TT1: '0', TT2: '3' });
		await save(world.member, 1, { TT2: '' });
		expect((await rows())[0]!.marks).toEqual({ TT1: 0, TT2: null });
	});

	test.each([
		['5,5', 'above the maximum'],
		['4,25', 'off the grid of 0,5'],
		['-1', 'below zero'],
		['10.0001', 'too many decimals'],
		['1,000,0', 'not a number']
	])('R23 %s is refused: %s; nothing is stored', async (mark) => {
		expect(await save(world.member, 0, { TT1: mark })).toMatchObject({
			refused: 'sheet/mark-not-valid',
			details: { criterion: 'TT1', max: 5, step: 0.5 },
			field: 'TT1'
		});
		expect(await rows()).toHaveLength(0);
	});

	test('a criterion of another rubric and a comment too long are refused', async () => {
		expect(await save(world.member, 0, { XX1: '1' })).toMatchObject({ refused: 'input/not-valid' });
		expect(await save(world.member, 0, {}, { TT1: 'á'.repeat(1001) })).toMatchObject({ refused: 'input/not-valid' });
		expect(await save(world.member, 0, {}, { general: 'a\u0301'.repeat(1000) })).toMatchObject({ version: 1 });
		expect((await rows())[0]!.comments).toEqual({ general: 'á'.repeat(1000) });
	});

	test('before the call only the outline may be marked', async () => {
		const waiting = { contestId: world.contestId, turnId: world.turns[1]!.id, version: 0, comments: {} };
		expect(await saveScoresheet(world.app, world.member, { ...waiting, marks: { TT1: '4' } })).toMatchObject({
			refused: 'sheet/not-open'
		});
		expect(await saveScoresheet(world.app, world.member, { ...waiting, marks: { DC1: '3,25' } })).toMatchObject({
			version: 1
		});
	});

	test('two devices: the second write over the same version is refused and nothing is lost', async () => {
		await save(world.member, 0, { TT1: '4' });
		await save(world.member, 1, { TT1: '5' });
		expect(await save(world.member, 1, { TT1: '3' })).toMatchObject({ refused: 'sheet/changed-elsewhere' });
		expect((await rows())[0]!.marks).toEqual({ TT1: 500 });
	});

	test('the same draft sent twice, together or again after a lost answer, is one draft', async () => {
		const both = await Promise.all([save(world.member, 0, { TT1: '4' }), save(world.member, 0, { TT1: '4' })]);
		expect(both.some((each) => !isRefusal(each))).toBe(true);
		expect(await save(world.member, 0, { TT1: '4' })).toMatchObject({ version: 1 });
		expect(await rows()).toHaveLength(1);
	});

	test('only judges of the panel write, and only their own sheet', async () => {
		expect(await save(world.secretary, 0, { TT1: '4' })).toMatchObject({ refused: 'access/not-allowed' });
		expect(await save({ kind: 'anonymous' }, 0, { TT1: '4' })).toMatchObject({ refused: 'access/sign-in-needed' });
		const stranger = { ...world.member, accountId: world.organiser.accountId };
		expect(await save(stranger, 0, { TT1: '4' })).toMatchObject({ refused: 'sheet/not-yours' });
		await save(world.member, 0, { TT1: '4' });
		await save(world.other, 0, { TT1: '2' });
		const stored = await rows();
		expect(stored.map(({ judge_id }) => judge_id).sort()).toEqual([world.judges[1]!.id, world.judges[2]!.id].sort());
	});

	test('R23 an incomplete sheet is not locked; the refusal names what is missing', async () => {
		const { TT3: _left, TH5: _out, ...marks } = fullMarks(world);
		await save(world.member, 0, marks);
		expect(await lock(world.member, 1)).toMatchObject({
			refused: 'sheet/incomplete',
			details: { missing: 'TT3, TH5', count: 2 }
		});
		expect((await rows())[0]!.locked_at).toBeNull();
	});

	test('a locked sheet is logged with total and hash, and changes no more: by form, twice, or by SQL', async () => {
		await lockFull(world.member);
		expect(await lock(world.member, 1)).toMatchObject({ refused: 'sheet/locked' });
		expect(await save(world.member, 1, { TT1: '1' })).toMatchObject({ refused: 'sheet/locked' });
		const change = world.fresh.sql`update scoresheet set marks = '{"TT1": 0}'`;
		await expect(change.execute()).rejects.toMatchObject({ code: '42501' });
		await expect(world.fresh.sql`delete from scoresheet`.execute()).rejects.toMatchObject({ code: '42501' });
		const locked = (await readEvents(world.app.database.drizzle, world.contestId)).filter(
			({ kind }) => kind === 'sheet-locked'
		);
		expect(locked).toHaveLength(1);
		expect(locked[0]!.payload).toMatchObject({ judge: 'GK02', revision: 1, total: 10_000 });
		expect(locked[0]!.payload.marksHash).toMatch(/^[0-9a-f]{64}$/);
	});

	test('submitting twice at once has one effect', async () => {
		await save(world.member, 0, fullMarks(world));
		const both = await Promise.all([lock(world.member, 1), lock(world.member, 1)]);
		expect(both.filter((each) => !isRefusal(each))).toHaveLength(1);
	});

	test('what was not seen is not signed: a draft changed on another device is not locked', async () => {
		await save(world.member, 0, fullMarks(world));
		await save(world.member, 1, { TT1: '1' });
		expect(await lock(world.member, 1)).toMatchObject({ refused: 'sheet/changed-elsewhere' });
	});

	test('the head judge reopens with a reason: revision 2 carries the marks, revision 1 stays as it was', async () => {
		await lockFull(world.member);
		const ask = { contestId: world.contestId, turnId, judgeId: world.judges[1]!.id };
		expect(await reopenSigned(world.app, world.member, { ...ask, reason: 'Nhầm thí sinh' })).toMatchObject({
			refused: 'access/not-allowed'
		});
		expect(await reopenSigned(world.app, world.head, { ...ask, reason: ' sai ' })).toMatchObject({
			refused: 'input/reason-needed'
		});
		expect(await reopenSigned(world.app, world.head, { ...ask, reason: 'Nhầm thí sinh' })).toMatchObject({
			result: { revision: 2 }
		});
		expect(await reopenSigned(world.app, world.head, { ...ask, reason: 'Nhầm thí sinh' })).toMatchObject({
			refused: 'sheet/not-locked'
		});
		// A page that still shows revision 1 cannot write into revision 2.
		expect(await save(world.member, 1, { TT1: '2' })).toMatchObject({ refused: 'sheet/changed-elsewhere' });
		expect(await save(world.member, 2, { TT1: '2' })).toMatchObject({ version: 3 });
		expect(isRefusal(await lock(world.member, 3))).toBe(false);
		const [first, second] = await rows();
		expect(first).toMatchObject({ revision: 1, reopen_reason: null, marks: { TT1: 500 } });
		expect(second).toMatchObject({ revision: 2, reopen_reason: 'Nhầm thí sinh', marks: { TT1: 200 } });
	});
});
