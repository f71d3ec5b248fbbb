// What people decided about judges, on their pages and in what they may save (R129, R130, R136): one rule for sheet, matrix, paper and result.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatPoints } from '../../src/lib/contest/points.ts';
import type { DecisionContent } from '../../src/lib/contest/record/decision.ts';
import { isRefusal, type Refusal } from '../../src/lib/contest/refusal.ts';
import * as schema from '../../src/lib/server/database/schema.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { blindTurns } from '../../src/lib/server/views/blind-turns.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { resultPreview } from '../../src/lib/server/views/result-preview.ts';
import { pageOfEachPart, scoreSheetPapers } from '../../src/lib/server/views/score-sheet-papers.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { turnBoard } from '../../src/lib/server/views/turn-board.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { storeDecision } from './store-decision.ts';
import { lockSigned } from './lock-signed.ts';

let world: JudgingContest;
let first: string;
let second: string;
/** GK09 sits in no panel. */
let spare: StaffSeat;

beforeEach(async () => {
	world = await judgingContest();
	[first, second] = world.turns.map(({ id }) => id) as [string, string];
	spare = await unseated();
	for (const turnId of [first, second])
		for (const command of ['call', 'step-on-stage', 'start', 'end'])
			await runTurn(world.app, world.organiser, { contestId: world.contestId, turnId, command: { do: command } });
});
afterEach(() => world.app.close());

async function unseated(): Promise<StaffSeat> {
	const { contestId } = world;
	const db = world.fresh.database.drizzle;
	const [account] = await db
		.insert(schema.account)
		.values({ login: 'gk09', displayName: 'Người chấm thay', passwordHash: '' })
		.returning();
	const accountId = account!.id;
	await db.insert(schema.membership).values({ contestId, accountId, role: 'judge' });
	await db
		.insert(schema.judge)
		.values({ contestId, code: 'GK09', fullName: 'Người chấm thay', role: 'member', accountId, panels: [] });
	return { kind: 'staff', accountId, name: 'Người chấm thay', isFounder: false, roles: { [contestId]: ['judge'] } };
}

let decided = 0;
const decide = (content: DecisionContent) =>
	storeDecision(world.fresh.sql, world.contestId, content, { sequence: ++decided });
const substitute = { kind: 'substitute', judge: 'GK02', substitute: 'GK09', session: null } as const;
const recusal = { kind: 'recusal', judge: 'GK02', contestant: 'TS01', part: null, how: 'recused' } as const;

function granted<T>(value: T | Refusal): T {
	if (isRefusal(value)) throw new Error(`refused: ${value.refused} ${JSON.stringify(value.details)}`);
	return value;
}

const marksOf = (parts: string) =>
	Object.fromEntries(
		world.criteria.filter(({ code }) => code.match(parts)).map(({ code, max }) => [code, formatPoints(max)])
	);
const all = '.';

async function submit(seat: StaffSeat, turnId: string, marks = marksOf(all)) {
	const { app, contestId } = world;
	const saved = await saveScoresheet(app, seat, { contestId, turnId, version: 0, marks, comments: {} });
	return isRefusal(saved) ? saved : lockSigned(app, seat, { contestId, turnId, version: saved.version });
}

async function rowOf(number: string) {
	const matrix = granted(await markingMatrix(world.app, world.secretary, world.contestId));
	const row = matrix.rows.find((each) => each.number === number)!;
	const codes = matrix.judges.map(({ code }) => code);
	return {
		expected: codes.filter((_, at) => row.cells[at]!.isExpected),
		sheets: `${row.locked}/${row.wanted}`,
		missing: matrix.missing.filter(({ numbers }) => numbers.includes(number)).map(({ judge }) => judge)
	};
}

async function missingSheets(): Promise<number> {
	const standings = await readStandings(world.app, world.contestId);
	return (standings?.result.missing ?? []).reduce((sum, each) => sum + (each.kind === 'sheets' ? each.count : 0), 0);
}

describe('R130 a substitute', () => {
	test('without a seat marks nothing until it is decided, and then everything of the judge, who marks nothing more', async () => {
		expect(await submit(spare, first)).toMatchObject({ refused: 'sheet/not-to-mark', details: { number: 'TS01' } });
		expect(granted(await judgeDesk(world.app, spare, world.contestId, null)).marksNothing).toBe(true);
		await decide(substitute);
		const desk = granted(await judgeDesk(world.app, spare, world.contestId, null));
		expect(desk).toMatchObject({ marksNothing: false, sheet: { isMine: true } });
		expect(desk.turns.map(({ isMine, of }) => [isMine, of])).toEqual([
			[true, 17],
			[true, 17],
			[true, 17]
		]);
		granted(await submit(spare, first));
		expect(await submit(world.member, first)).toMatchObject({ refused: 'sheet/not-to-mark' });
		const replaced = granted(await judgeDesk(world.app, world.member, world.contestId, first));
		expect(replaced).toMatchObject({ sheet: { isMine: false, parts: [] }, marksNothing: false });
	});

	test('is who the matrix, the stage and the result wait for', async () => {
		await decide(substitute);
		for (const seat of [world.head, world.other]) granted(await submit(seat, first));
		expect(await rowOf('TS01')).toEqual({ expected: ['GK01', 'GK03', 'GK09'], sheets: '2/3', missing: ['GK09'] });
		const board = granted(await turnBoard(world.app, world.organiser, world.contestId));
		expect(board.turns[0]!.waitingFor.map(({ code }) => code)).toEqual(['GK09']);
		const before = await missingSheets();
		granted(await submit(spare, first));
		expect(await rowOf('TS01')).toMatchObject({ sheets: '3/3', missing: [] });
		// One sheet of three parts.
		expect(before - (await missingSheets())).toBe(3);
	});

	test('T-23 is blind until their own sheet is locked, which the replaced judge no longer is', async () => {
		const blindOf = async (seat: StaffSeat) =>
			(await blindTurns(world.fresh.database.drizzle, seat, world.contestId)).size;
		expect([await blindOf(spare), await blindOf(world.member)]).toEqual([0, 3]);
		await decide(substitute);
		expect([await blindOf(spare), await blindOf(world.member)]).toEqual([3, 0]);
		granted(await submit(spare, first));
		expect(await blindOf(spare)).toBe(2);
	});
});

describe('R129 who recused', () => {
	test('marks that contestant no more and is waited for by nobody, on the page, in the matrix and on paper', async () => {
		await decide(recusal);
		expect(await submit(world.member, first)).toMatchObject({ refused: 'sheet/not-to-mark' });
		granted(await submit(world.member, second));
		const desk = granted(await judgeDesk(world.app, world.member, world.contestId, null));
		expect(desk.turns.map(({ isMine }) => isMine)).toEqual([false, true, true]);
		expect(await rowOf('TS01')).toMatchObject({ expected: ['GK01', 'GK03'], sheets: '0/2' });
		const wish = { judge: null, contestant: 'TS01', fill: 'blank' } as const;
		const papers = granted(await scoreSheetPapers(world.app, world.secretary, world.contestId, wish));
		expect(papers.sheets.map(({ judge }) => judge.code)).toEqual(['GK01', 'GK03']);
	});

	test('from one part: the sheet has the others, and is complete with them', async () => {
		await decide({ ...recusal, part: 'TH' });
		const desk = granted(await judgeDesk(world.app, world.member, world.contestId, first));
		expect(desk.sheet!.parts.map(({ code }) => code)).toEqual(['DC', 'TT']);
		expect(await submit(world.member, first)).toMatchObject({ refused: 'input/not-valid' });
		granted(await submit(world.member, first, marksOf('^(DC|TT)')));
		expect(await rowOf('TS01')).toMatchObject({ expected: ['GK01', 'GK02', 'GK03'], sheets: '1/3' });
	});

	test('after the sheet was locked: no total of it is shown', async () => {
		granted(await submit(world.member, first));
		await decide(recusal);
		const matrix = granted(await markingMatrix(world.app, world.secretary, world.contestId));
		expect(matrix.rows[0]!.cells[1]).toMatchObject({ isExpected: false, total: null });
	});
});

describe('R136 another judge who settles a difference', () => {
	const extra: DecisionContent = {
		kind: 'divergence',
		part: 'TT',
		panel: 'BGK',
		contestant: 'TS01',
		outcome: { kind: 'extra', judge: 'GK09' }
	};

	test('marks the part of that contestant and nothing else', async () => {
		await decide(extra);
		const desk = granted(await judgeDesk(world.app, spare, world.contestId, null));
		expect(desk.turns.map(({ isMine }) => isMine)).toEqual([true, false, false]);
		expect(desk.sheet).toMatchObject({ turn: { turnId: first }, parts: [{ code: 'TT' }] });
		expect(await submit(spare, second, marksOf('^TT'))).toMatchObject({ refused: 'sheet/not-to-mark' });
		expect(await rowOf('TS01')).toMatchObject({ expected: ['GK01', 'GK02', 'GK03', 'GK09'], sheets: '0/4' });
		granted(await submit(spare, first, marksOf('^TT')));
		expect(await rowOf('TS01')).toMatchObject({ sheets: '1/4' });
	});
});

test('T-23 who still has to mark a contestant is not told that the others differ about them, on no page', async () => {
	await world.fresh.sql`update contest set rules = (select jsonb_set(rules, '{stages,0,parts,1,panels,0,divergence}',
		'{"metric":"spread","levels":[{"threshold":{"kind":"points","points":100},"reached":"above","action":"consult"}]}'))`;
	granted(await submit(world.member, first));
	granted(await submit(world.other, first, { ...marksOf(all), TT1: '0', TT2: '0' }));
	const differences = async (seat: StaffSeat) => {
		const preview = granted(await resultPreview(world.app, seat, world.contestId));
		const desk = granted(await decisionsDesk(world.app, seat, world.contestId));
		return [preview.missing, desk.waiting].map((list) => list.filter(({ kind }) => kind === 'divergence').length);
	};
	expect(await differences(world.secretary)).toEqual([1, 1]);
	expect(await differences(world.head)).toEqual([0, 0]);
	const desk = granted(await decisionsDesk(world.app, world.head, world.contestId));
	expect(desk.choices.differences).toEqual([]);
	granted(await submit(world.head, first));
	expect(await differences(world.head)).toEqual([1, 1]);
});

test('R24 a blank sheet tells the situation before the call only to those who draw the lots', async () => {
	const wish = { judge: 'GK01', contestant: 'TS03', fill: 'blank' } as const;
	const printed = async (seat: StaffSeat, contestant = 'TS03') =>
		granted(await scoreSheetPapers(world.app, seat, world.contestId, { ...wish, contestant })).sheets[0]?.situation;
	expect(await printed(world.head)).toBeNull();
	expect(await printed(world.secretary)).toBe('Mất điện giữa buổi');
	expect(await printed(world.head, 'TS01')).toBe('Mất điện giữa buổi');
	// Printed part by part, it stands on the page of the part that is spoken about it.
	const [sheet] = granted(await scoreSheetPapers(world.app, world.secretary, world.contestId, wish)).sheets;
	const pages = pageOfEachPart(sheet!).map(({ parts, situation }) => [parts[0]?.kind, situation !== null]);
	expect(pages).toEqual(sheet!.parts.map(({ kind }) => [kind, kind === 'situation']));
	expect(pages).toContainEqual(['situation', true]);
});

test('R23 a locked sheet that a decision has put another part on is waited for again', async () => {
	const { contestId } = world;
	await decide({ ...recusal, part: 'TH' });
	granted(await submit(world.member, first, marksOf('^(DC|TT)')));
	await world.fresh.sql`insert into proposal (contest_id, content, takes_back, reason, proposed_by, proposed_by_account,
		proposed_as, proposed_at, contest_version, preview_hash, state, settled_by, settled_by_account, settled_at)
		select contest_id, content, ${decided}, reason, proposed_by, proposed_by_account, proposed_as, proposed_at, contest_version,
			preview_hash, state, settled_by, settled_by_account, settled_at from proposal`;
	await world.fresh.sql`insert into decision (contest_id, sequence, content, reason, by, by_account, confirmed_by,
		confirmed_by_account, takes_back, made_at, proposal_id)
		select contest_id, 99, content, reason, by, by_account, confirmed_by, confirmed_by_account, sequence, made_at,
			(select id from proposal where takes_back is not null) from decision`;
	expect(await rowOf('TS01')).toMatchObject({ sheets: '0/3', missing: ['GK01', 'GK02', 'GK03'] });
	const matrix = granted(await markingMatrix(world.app, world.secretary, contestId));
	expect(matrix.rows[0]!.cells[1]).toMatchObject({ state: 'locked', isExpected: true });
});
