// Conflicts of interest on real Postgres: found by the unit or declared, on every page, in what may be saved, and in what is printed (R154).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readContestRecord } from '../../src/lib/server/stores/contest-record.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readRecordInSql } from '../../src/lib/server/stores/shadow/record-in-sql.ts';
import { declareInterest } from '../../src/lib/server/usecases/declare-interest.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { withdrawInterest } from '../../src/lib/server/usecases/withdraw-interest.ts';
import { blindTurns } from '../../src/lib/server/views/blind-turns.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { readPreflight } from '../../src/lib/server/views/preflight-report.ts';
import { scoreSheetPapers } from '../../src/lib/server/views/score-sheet-papers.ts';
import { setupPeople } from '../../src/lib/server/views/setup-people.ts';
import { turnBoard } from '../../src/lib/server/views/turn-board.ts';
import { callFirst, fullMarks, judgingContest, type JudgingContest } from './judging-contest.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;
beforeEach(async () => {
	world = await judgingContest();
});
afterEach(() => world.app.close());

const reason = 'là em ruột của thí sinh';
const declare = (seat: StaffSeat, wish: Record<string, unknown>) =>
	declareInterest(world.app, seat, { contestId: world.contestId, reason, ...wish });
const own = { about: { contestant: 'TS01' } };

async function expectedFor(number: string): Promise<string[]> {
	const { judges, rows } = ok(await markingMatrix(world.app, world.secretary, world.contestId));
	const row = rows.find((each) => each.number === number)!;
	return judges.flatMap(({ code }, at) => (row.cells[at]!.isExpected ? [code] : []));
}

const lastLine = async () =>
	(await world.fresh.sql`select kind, payload from contest_event order by sequence desc limit 1`)[0];

describe('R154 declared by the judge', () => {
	test('keeps the judge from marking that contestant on the desk, in the matrix, on the stage and on paper', async () => {
		const { save, turnId } = await callFirst(world);
		ok(await declare(world.member, own));
		expect(await lastLine()).toMatchObject({
			kind: 'interest-declared',
			payload: { judge: 'GK02', number: 'TS01', reason }
		});
		expect(await save(world.member, 0, fullMarks(world))).toMatchObject({ refused: 'sheet/not-to-mark' });
		const desk = ok(await judgeDesk(world.app, world.member, world.contestId, turnId));
		expect(desk.sheet).toMatchObject({ isMine: false, isExcused: true, mayDecline: false, parts: [] });
		expect(desk.turns.map(({ isMine }) => isMine)).toEqual([false, true, true]);
		expect([await expectedFor('TS01'), await expectedFor('TS02')]).toEqual([
			['GK01', 'GK03'],
			['GK01', 'GK02', 'GK03']
		]);
		const matrix = ok(await markingMatrix(world.app, world.secretary, world.contestId));
		expect(matrix.rows[0]!.cells[1]).toMatchObject({ isExpected: false, excused: 'interest' });
		const board = ok(await turnBoard(world.app, world.organiser, world.contestId));
		expect(board.turns[0]!.waitingFor.map(({ code }) => code)).toEqual(['GK01', 'GK03']);
		expect(board.turns.map(({ kept }) => kept)).toEqual([1, 0, 0]);
		const wish = { judge: null, contestant: 'TS01', fill: 'blank' } as const;
		const papers = ok(await scoreSheetPapers(world.app, world.secretary, world.contestId, wish));
		expect(papers.sheets.map(({ judge }) => judge.code)).toEqual(['GK01', 'GK03']);
		expect((await blindTurns(world.fresh.database.drizzle, world.member, world.contestId)).size).toBe(2);
	});

	test('is not declared for others, twice, without a reason, or of nobody', async () => {
		expect(await declare(world.member, { ...own, judge: 'GK03' })).toMatchObject({ refused: 'access/not-allowed' });
		expect(await declare(world.secretary, own)).toMatchObject({ refused: 'access/not-allowed' });
		expect(await declare(world.member, { about: { contestant: 'TS99' } })).toMatchObject({
			refused: 'input/not-found'
		});
		expect(await declare(world.member, { ...own, reason: '' })).toMatchObject({ refused: 'input/reason-needed' });
		ok(await declare(world.member, own));
		expect(await declare(world.member, own)).toMatchObject({ refused: 'input/already-exists' });
	});

	test('after a sheet was begun is refused, and a sheet that was locked still counts once the unit is known', async () => {
		const { save, lockFull } = await callFirst(world);
		ok(await save(world.member, 0, fullMarks(world)));
		expect(await declare(world.member, own)).toMatchObject({ refused: 'interest/sheet-begun' });
		await lockFull(world.other);
		const seated = { contestId: world.contestId, judge: 'GK03', panels: ['BGK'], unit: 'DV01' };
		ok(await seatJudges(world.app, world.organiser, seated));
		expect([await expectedFor('TS01'), await expectedFor('TS02')]).toEqual([
			['GK01', 'GK02', 'GK03'],
			['GK01', 'GK02']
		]);
		const { open } = ok(await readPreflight(world.app, world.organiser, world.contestId));
		expect(open.filter(({ code }) => code === 'interested-marks').map(({ path }) => path)).toEqual(['judges[2]']);
	});
});

describe('R154 declared by an organiser', () => {
	test('about a whole unit, and taken back by a second person alone, never by the judge', async () => {
		const wish = { judge: 'GK01', about: { unit: 'DV01' } };
		const { interestId } = ok(await declare(world.organiser, wish)).result;
		expect([await expectedFor('TS01'), await expectedFor('TS03')]).toEqual([
			['GK02', 'GK03'],
			['GK02', 'GK03']
		]);
		const back = (seat: StaffSeat) =>
			withdrawInterest(world.app, seat, { contestId: world.contestId, interestId, reason: 'khai nhầm người' });
		expect(await back(world.organiser)).toMatchObject({ refused: 'interest/same-person' });
		expect(await back(world.head)).toMatchObject({ refused: 'interest/same-person' });
		expect(await back(world.member)).toMatchObject({ refused: 'access/not-allowed' });
		const second = { ...world.secretary, roles: { [world.contestId]: ['organiser' as const] } };
		ok(await back(second));
		expect(await lastLine()).toMatchObject({ kind: 'interest-withdrawn', payload: { judge: 'GK01', unit: 'DV01' } });
		expect(await expectedFor('TS01')).toEqual(['GK01', 'GK02', 'GK03']);
		expect(await back(second)).toMatchObject({ refused: 'input/not-found' });
	});

	test('is offered to be taken back to whom the server would let take it back, and to nobody after publication', async () => {
		ok(await declare(world.organiser, { judge: 'GK01', about: { unit: 'DV01' } }));
		ok(await declare(world.member, own));
		const organising = (seat: StaffSeat) => ({ ...seat, roles: { [world.contestId]: ['organiser' as const] } });
		const offered = async (seat: StaffSeat) => {
			const { declared } = ok(await setupPeople(world.app, seat, world.contestId)).interests;
			return declared.filter(({ mayWithdraw }) => mayWithdraw).map(({ judge }) => judge);
		};
		expect(await offered(world.organiser)).toEqual(['GK02']);
		expect(await offered(organising(world.head))).toEqual(['GK02']);
		expect(await offered(organising(world.member))).toEqual(['GK01']);
		expect(await offered(organising(world.other))).toEqual(['GK01', 'GK02']);
		expect(await offered(world.secretary)).toEqual([]);
		await world.fresh.sql`update contest set published_at = now() where id = ${world.contestId}`;
		expect(await offered(organising(world.other))).toEqual([]);
	});
});

test('R154 is in the record as the product and as the shadow read it, and on the page of the preflight', async () => {
	const db = world.fresh.database.drizzle;
	ok(await declare(world.member, own));
	ok(await declare(world.organiser, { judge: 'GK01', about: { unit: 'DV01' } }));
	ok(
		await seatJudges(world.app, world.organiser, {
			contestId: world.contestId,
			judge: 'GK03',
			panels: ['BGK'],
			unit: 'DV01'
		})
	);
	const record = await readContestRecord(db, (await readContest(db, world.contestId))!);
	const inSql = await readRecordInSql(db, world.contestId);
	expect(record.judges.map(({ unit }) => unit)).toEqual([null, null, 'DV01']);
	const told = ({ interests = [] }: typeof record) =>
		interests.map(({ judge, about }) => JSON.stringify([judge, about])).sort();
	expect(told(record)).toEqual(told(inSql));
	expect(told(record)).toHaveLength(2);
	const sorted = (judges: typeof record.judges) => [...judges].sort((a, b) => (a.code < b.code ? -1 : 1));
	expect(sorted(inSql.judges)).toEqual(sorted(record.judges));
	const { interests } = ok(await readPreflight(world.app, world.organiser, world.contestId));
	expect(interests.sameUnit).toMatchObject([{ judge: 'GK03', numbers: ['TS01', 'TS02', 'TS03'] }]);
	expect(interests.declared.map(({ judge, numbers }) => [judge, numbers.length])).toEqual([
		['GK02', 1],
		['GK01', 3]
	]);
});

test('R154 a row of it is never changed, taken out, or taken back by who declared it, not even by the owner of the database', async () => {
	const { interestId } = ok(await declare(world.member, own)).result;
	const { sql } = world.fresh.owner;
	const denied = (statement: string) => expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
	await denied(`update interest set reason = 'khác' where id = '${interestId}'`);
	await denied(`delete from interest`);
	await expect(
		sql.unsafe(
			`update interest set withdrawn_by = declared_by, withdrawn_by_account = declared_by_account, withdrawn_at = now(), withdrawn_reason = 'x'`
		)
	).rejects.toMatchObject({ code: '23514' });
});
