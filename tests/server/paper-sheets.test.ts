// Sheets on paper on real Postgres: typed by two people, settled by a third, and to and fro between paper and screen (R23).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import { retypePaperSheet } from '../../src/lib/server/usecases/retype-paper-sheet.ts';
import { verifyLog } from '../../src/lib/server/usecases/verify-log.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { reopenSigned } from './lock-signed.ts';
import { paperContest, reason, type PaperContest } from './paper-contest.ts';

describe('a sheet on paper', () => {
	let world: PaperContest;
	beforeEach(async () => {
		world = await paperContest();
	});
	afterEach(() => world.app.close());

	test('typed alike by two people it is the submitted sheet, from paper, with both names in the log', async () => {
		expect(await world.type(world.one, world.full({ TT1: '4,5' }))).toMatchObject({ result: { outcome: 'first' } });
		expect(await world.sheets()).toMatchObject([{ revision: 1, closed: true, marks: {} }]);
		expect(await world.type(world.two, world.full({ TT1: '4.50' }))).toMatchObject({
			result: { outcome: 'confirmed' }
		});
		expect(await world.sheets()).toMatchObject([
			{ revision: 1, origin: 'screen', closed: true, locked: false },
			{ revision: 2, origin: 'paper', closed: false, locked: true, marks: { TT1: 450 } }
		]);
		const [locked] = await world.logged('sheet-locked');
		expect(locked!.payload).toMatchObject({
			judge: 'GK02',
			signedBy: 'paper',
			firstTypedBy: world.one.name,
			secondTypedBy: world.two.name,
			total: 9_950
		});
		expect(await world.logged('paper-typed')).toHaveLength(2);
		expect(await verifyLog(world.app, world.contestId)).toMatchObject({ ok: true });
		const matrix = await markingMatrix(world.app, world.secretary, world.contestId);
		expect(isRefusal(matrix) ? matrix : matrix.rows[0]!.cells[1]).toMatchObject({ state: 'locked', total: 9_950 });
	});

	test('nobody types both; what was typed stays, and the same sent again is the same answer', async () => {
		await world.type(world.one);
		expect(await world.type(world.one)).toMatchObject({ result: { outcome: 'first' } });
		expect(await world.type(world.one, world.full({ TT1: '1' }))).toMatchObject({ refused: 'paper/already-typed' });
		await world.type(world.two);
		expect(await world.type(world.two)).toMatchObject({ result: { outcome: 'confirmed' } });
		expect(await world.type(world.three)).toMatchObject({ refused: 'sheet/locked' });
		expect(await world.fresh.sql`select * from paper_entry`).toHaveLength(2);
	});

	test('R23 a whole sheet or nothing: marks missing, off the grid, or another sum than on the paper', async () => {
		const { TT3: _left, ...marks } = world.full();
		expect(await world.type(world.one, marks)).toMatchObject({
			refused: 'sheet/incomplete',
			details: { missing: 'TT3' }
		});
		expect(await world.type(world.one, world.full({ TT1: '4,3' }))).toMatchObject({ refused: 'sheet/mark-not-valid' });
		expect(await world.type(world.one, world.full(), { sum: '99,5' })).toMatchObject({
			refused: 'paper/sum-differs',
			details: { sum: { vi: '100,00', en: '100.00' }, written: '99,5' },
			field: 'sum'
		});
		expect(await world.sheets()).toHaveLength(0);
		expect(await world.type(world.one, world.full(), { sum: '100' })).toMatchObject({ result: { outcome: 'first' } });
	});

	test('only secretaries type, never the judge of the sheet, nor one who still marks the contestant', async () => {
		expect(await world.type(world.organiser)).toMatchObject({ refused: 'access/not-allowed' });
		expect(await world.type(world.head)).toMatchObject({ refused: 'access/not-allowed' });
		const both = (seat: typeof world.member) => ({
			...seat,
			roles: { [world.contestId]: ['judge' as const, 'secretary' as const] }
		});
		expect(await world.type(both(world.member))).toMatchObject({ refused: 'paper/own-sheet' });
		expect(await world.type(both(world.other))).toMatchObject({ refused: 'paper/still-blind' });
		expect(await world.papers()).toHaveLength(0);
	});

	test('R24 what happens on stage is not typed before the call, and nothing for a judge who does not mark', async () => {
		const waiting = { turnId: world.turns[1]!.id };
		expect(await world.type(world.one, world.full(), waiting)).toMatchObject({ refused: 'sheet/not-open' });
		expect(await world.type(world.one, world.full(), { judgeId: world.turnId })).toMatchObject({
			refused: 'sheet/not-yours'
		});
	});

	test('two different entries count for nothing until the head judge has chosen each value, with a reason', async () => {
		await world.type(world.one, world.full({ TT1: '4', TT2: '0' }));
		expect(await world.type(world.two, world.full({ TT1: '3', TT2: '1' }))).toMatchObject({
			result: { outcome: 'differs', differs: ['TT1', 'TT2'] }
		});
		expect((await world.logged('paper-differs'))[0]!.payload).toMatchObject({ criteria: ['TT1', 'TT2'] });
		expect(await world.type(world.three)).toMatchObject({ refused: 'paper/typed-twice' });
		expect(await world.settle(world.one, { TT1: 1, TT2: 2 })).toMatchObject({ refused: 'access/not-allowed' });
		expect(await world.settle(world.head, { TT1: 1, TT2: 2 })).toMatchObject({ refused: 'paper/still-blind' });
		await world.headIsDone();
		expect(await world.settle(world.head, { TT1: 1, TT2: 2 }, ' ')).toMatchObject({ refused: 'input/reason-needed' });
		expect(await world.settle(world.head, { TT1: 1 })).toMatchObject({
			refused: 'paper/choose-each',
			details: { criteria: 'TT2' }
		});
		expect(await world.settle(world.head, { TT1: 1, TT2: 2, TT3: 1 })).toMatchObject({ refused: 'paper/choose-each' });
		expect(await world.settle(world.head, { TT1: 1, TT2: 2 })).toMatchObject({ result: { total: 8_500 } });
		expect((await world.sheets()).at(-1)).toMatchObject({
			origin: 'paper',
			locked: true,
			marks: { TT1: 400, TT2: 100 }
		});
		expect((await world.logged('sheet-locked')).at(-1)!.payload).toMatchObject({
			firstTypedBy: world.one.name,
			secondTypedBy: world.two.name,
			settledBy: world.head.name,
			chosen: { TT1: 1, TT2: 2 }
		});
	});

	test('a head judge who typed one entry does not choose between the two', async () => {
		const both = { ...world.head, roles: { [world.contestId]: ['head_judge' as const, 'secretary' as const] } };
		await world.headIsDone();
		await world.type(both, world.full({ TT1: '4' }));
		await world.type(world.two, world.full({ TT1: '3' }));
		expect(await world.settle(both, { TT1: 1 })).toMatchObject({ refused: 'paper/typed-by-you' });
	});

	test('a paper sent back is typed anew by two people; the earlier entries stay in the record', async () => {
		await world.type(world.one, world.full({ TT1: '4' }));
		await world.type(world.two, world.full({ TT1: '3' }));
		await world.headIsDone();
		const [paper] = await world.papers();
		const ask = { contestId: world.contestId, paperId: paper!.id, reason: 'Cả hai lần đều nhập nhầm' };
		expect(isRefusal(await retypePaperSheet(world.app, world.head, ask))).toBe(false);
		expect(await retypePaperSheet(world.app, world.head, ask)).toMatchObject({ refused: 'paper/not-there' });
		expect(await world.type(world.one, world.full({ TT1: '2' }))).toMatchObject({ result: { outcome: 'first' } });
		expect(await world.type(world.two, world.full({ TT1: '2' }))).toMatchObject({ result: { outcome: 'confirmed' } });
		expect(await world.fresh.sql`select * from paper_entry`).toHaveLength(4);
	});

	test('in mid-session to paper: the draft is closed at the version seen, kept, and merged into nothing', async () => {
		await world.save(world.member, 0, { TT1: '3', TT2: '7' });
		expect(await world.type(world.one)).toMatchObject({ refused: 'paper/on-screen', details: { judge: 'GK02' } });
		expect(await world.toPaper(world.member, 0)).toMatchObject({ refused: 'sheet/changed-elsewhere' });
		expect(await world.toPaper(world.member, 1, { reason: '' })).toMatchObject({ refused: 'input/reason-needed' });
		expect(isRefusal(await world.toPaper(world.member, 1))).toBe(false);
		expect(await world.toPaper(world.member, 1)).toMatchObject({ refused: 'sheet/on-paper' });
		expect(await world.save(world.member, 1, { TT1: '1' })).toMatchObject({ refused: 'sheet/on-paper' });
		expect(await world.lock(world.member, 1)).toMatchObject({ refused: 'sheet/on-paper' });
		await world.type(world.one, world.full({ TT1: '5' }));
		await world.type(world.two, world.full({ TT1: '5' }));
		expect(await world.sheets()).toMatchObject([
			{ revision: 1, closed: true, marks: { TT1: 300, TT2: 700 } },
			{ revision: 2, locked: true, origin: 'paper', marks: { TT1: 500 } }
		]);
		expect((await world.logged('sheet-to-paper'))[0]!.payload).toMatchObject({ reason, revision: 1 });
	});

	test('and back: the judge marks on from the draft of the screen; what was typed stays beside it', async () => {
		await world.save(world.member, 0, { TT1: '3' });
		await world.toPaper(world.member, 1);
		await world.type(world.one, world.full({ TT1: '5' }));
		expect(await world.toScreen(world.other)).toMatchObject({ refused: 'paper/not-there' });
		expect(await world.toScreen(world.member)).toMatchObject({ result: { revision: 2 } });
		expect(await world.type(world.two)).toMatchObject({ refused: 'paper/on-screen' });
		expect(await world.save(world.member, 1, { TT2: '1' })).toMatchObject({ refused: 'sheet/changed-elsewhere' });
		expect(await world.save(world.member, 2, { ...world.full(), TT1: '3' })).toMatchObject({ version: 3 });
		expect(isRefusal(await world.lock(world.member, 3))).toBe(false);
		expect((await world.sheets()).at(-1)).toMatchObject({ revision: 2, origin: 'screen', marks: { TT1: 300 } });
		expect((await world.logged('sheet-from-paper'))[0]!.payload).toMatchObject({ typedBy: [world.one.name] });
	});

	test("a secretary moves another judge's sheet, a judge only their own", async () => {
		await world.save(world.member, 0, { TT1: '3' });
		const { judgeId } = world;
		// Whoever is no secretary moves nothing but their own sheet, whatever they send.
		await world.toPaper(world.other, 0, { judgeId });
		expect((await world.papers()).map(({ judge_id }) => judge_id)).toEqual([world.judges[2]!.id]);
		expect(isRefusal(await world.toPaper(world.one, 1, { judgeId }))).toBe(false);
		expect(isRefusal(await world.toScreen(world.one, { judgeId }))).toBe(false);
		expect(await world.toPaper(world.organiser, 0)).toMatchObject({ refused: 'access/not-allowed' });
	});

	test('a confirmed paper is reopened like every sheet, and may go to paper once more', async () => {
		await world.type(world.one);
		await world.type(world.two);
		expect(await world.toPaper(world.member, 2)).toMatchObject({ refused: 'sheet/locked' });
		const ask = { contestId: world.contestId, turnId: world.turnId, judgeId: world.judgeId, reason: 'Nhầm thí sinh' };
		expect(await reopenSigned(world.app, world.head, ask)).toMatchObject({ result: { revision: 3 } });
		expect(isRefusal(await world.toPaper(world.member, 3))).toBe(false);
		expect(await world.type(world.one, world.full({ TT1: '1' }))).toMatchObject({ result: { outcome: 'first' } });
		expect(await world.type(world.three, world.full({ TT1: '1' }))).toMatchObject({ result: { outcome: 'confirmed' } });
		expect((await world.sheets()).at(-1)).toMatchObject({ revision: 4, origin: 'paper', marks: { TT1: 100 } });
	});
});
