// Panels of judges, rubrics and groups of contestants on real Postgres: who marks, who is waited for, where people belong.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { previewDecision } from '../../src/lib/server/usecases/preview-decision.ts';
import { placeContestant } from '../../src/lib/server/usecases/place-contestant.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { saveScoresheet } from '../../src/lib/server/usecases/save-scoresheet.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { markingMatrix } from '../../src/lib/server/views/marking-matrix.ts';
import { resultPreview } from '../../src/lib/server/views/result-preview.ts';
import { setupPeople } from '../../src/lib/server/views/setup-people.ts';
import { turnBoard } from '../../src/lib/server/views/turn-board.ts';
import { ok, setupWorld, type World } from './setup-world.ts';
import { pointsForAll, stagedContest, type StagedContest } from './staged-contest.ts';
import { storeDecision } from './store-decision.ts';
import { lockSigned } from './lock-signed.ts';

let world: World;
let contest: StagedContest;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
	contest = await stagedContest(world);
});

describe('R129 panels', () => {
	const seat = (judge: string, panels: string[], by = contest.organiser) =>
		seatJudges(world.app, by, { contestId: contest.contestId, judge, panels });
	const firstTurn = async () => {
		ok(await contest.give(pointsForAll));
		ok(await contest.draw({ stage: 'CK' }));
		const board = ok(await turnBoard(world.app, contest.organiser, contest.contestId));
		return board.turns[0]!;
	};

	it('seat nobody over what somebody else has changed meanwhile', async () => {
		const { organiser, contestId } = contest;
		const wish = { contestId, judge: 'GK04', panels: ['CM'] };
		ok(await seatJudges(world.app, organiser, { ...wish, seen: [] }));
		expect(await seatJudges(world.app, organiser, { ...wish, panels: ['KG'], seen: [] })).toMatchObject({
			refused: 'people/changed-elsewhere',
			details: { who: expect.stringContaining('GK04') }
		});
		ok(await seatJudges(world.app, organiser, { ...wish, panels: ['KG'], seen: ['CM'] }));
	});

	it('seat a judge in panels of the rules, with a line in the log', async () => {
		expect(ok(await seat('GK04', ['KG', 'CM'])).result.panels).toEqual(['CM', 'KG']);
		expect(await contest.lastLine()).toMatchObject({
			kind: 'judge-seated',
			payload: { judge: 'GK04', panels: ['CM', 'KG'], before: [] }
		});
		expect(await seat('GK04', ['XX'])).toMatchObject({ refused: 'input/not-valid', field: 'panels' });
		expect(await seat('GK09', ['CM'])).toMatchObject({ refused: 'input/not-found' });
		expect(await seat('GK04', ['CM'], contest.secretary)).toMatchObject({ refused: 'access/not-allowed' });
		const people = ok(await setupPeople(world.app, contest.organiser, contest.contestId));
		expect(people.groups.panels.map(({ code }) => code)).toEqual(['CM', 'KG']);
		expect(people.judges.map(({ panels }) => panels)).toEqual([['CM'], ['CM'], ['KG'], ['CM', 'KG']]);
	});

	it('nobody waits for a judge who sits in none, and the judge is told so', async () => {
		const turn = await firstTurn();
		expect(turn.waitingFor.map(({ code }) => code)).toEqual(['GK01', 'GK02', 'GK03']);
		expect(turn).toMatchObject({ locked: 0, expected: 3 });
		const matrix = ok(await markingMatrix(world.app, contest.secretary, contest.contestId));
		expect(matrix.judges.map(({ code }) => code)).toEqual(['GK01', 'GK02', 'GK03']);
		expect(matrix.wanted).toBe(12);
		const desk = ok(await judgeDesk(world.app, contest.judges.get('GK04')!, contest.contestId, null));
		expect(desk).toMatchObject({ marksNothing: true, turns: [], sheet: null });
		ok(await seat('GK04', ['KG']));
		const seated = ok(await judgeDesk(world.app, contest.judges.get('GK04')!, contest.contestId, null));
		expect(seated).toMatchObject({ marksNothing: false });
		expect(seated.turns).toHaveLength(4);
	});

	it('a head judge who sits in none is blind for nobody (T-23)', async () => {
		await firstTurn();
		const head = contest.judges.get('GK01')!;
		expect(ok(await resultPreview(world.app, head, contest.contestId)).isBlind).toBe(true);
		ok(await seat('GK01', []));
		expect(ok(await resultPreview(world.app, head, contest.contestId)).isBlind).toBe(false);
	});

	it('R130, R129 who recused is not waited for, a substitute is', async () => {
		const turn = await firstTurn();
		const { sql } = world.fresh;
		const recusal = { kind: 'recusal', judge: 'GK02', contestant: turn.number, part: null, how: 'recused' } as const;
		await storeDecision(sql, contest.contestId, recusal);
		const substitute = { kind: 'substitute', judge: 'GK03', substitute: 'GK04', session: null } as const;
		await storeDecision(sql, contest.contestId, substitute, { sequence: 2 });
		const board = ok(await turnBoard(world.app, contest.organiser, contest.contestId));
		expect(board.turns[0]?.waitingFor.map(({ code }) => code)).toEqual(['GK01', 'GK04']);
		const matrix = ok(await markingMatrix(world.app, contest.secretary, contest.contestId));
		const [row] = matrix.rows;
		expect(row?.cells.map(({ isExpected }) => isExpected)).toEqual([true, false, false, true]);
		expect(row?.wanted).toBe(2);
	});

	it('R314, R315 a substitute from a session on marks there and later; whom an interest keeps from them is named beforehand', async () => {
		const { contestId, organiser, secretary } = contest;
		await firstTurn();
		// From the unit of TS03 and TS04, of whom each session may have any.
		ok(await seatJudges(world.app, organiser, { contestId, judge: 'GK04', panels: [], unit: 'DV02' }));
		const expected = async () =>
			ok(await markingMatrix(world.app, secretary, contestId)).rows.map(({ number, cells }) => ({
				number,
				marks: ['GK01', 'GK02', 'GK03', 'GK04'].filter((_, at) => cells[at]?.isExpected).join(' '),
				excused: cells[2]?.excused
			}));
		const content = { kind: 'substitute', judge: 'GK03', substitute: 'GK04', session: 'CHIEU', onward: true } as const;
		const wish = { contestId, asked: { content }, reason: 'đi công tác đột xuất' };
		const preview = ok(await previewDecision(world.app, organiser, wish));
		expect(preview.what.vi).toMatch(/, từ Buổi chiều trở đi$/);
		const turns = await world.fresh.sql<{ number: string; session: string }[]>`
			select number, session from turn join contestant c on c.id = contestant_id where turn.contest_id = ${contestId} order by turn.position`;
		const isOfUnit = (number: string) => ['TS03', 'TS04'].includes(number);
		const later = turns.filter(({ session }) => session === 'CHIEU').map(({ number }) => number);
		expect([...preview.keptFrom].sort()).toEqual(later.filter(isOfUnit).sort());
		expect(preview.keptFrom).not.toEqual([]);
		await storeDecision(world.fresh.sql, contestId, content);
		expect(await expected()).toEqual(
			turns.map(({ number }) => {
				if (!later.includes(number)) return { number, marks: 'GK01 GK02 GK03', excused: null };
				return { number, marks: isOfUnit(number) ? 'GK01 GK02' : 'GK01 GK02 GK04', excused: 'replaced' };
			})
		);
		const desk = ok(await judgeDesk(world.app, contest.judges.get('GK04')!, contestId, null));
		expect(desk.turns.filter(({ isMine }) => isMine).map(({ number }) => number)).toEqual(
			later.filter((number) => !isOfUnit(number))
		);
	});

	it('R137 70 % of the professional jury and 30 % of the audience', async () => {
		const turn = await firstTurn();
		for (const command of ['call', 'step-on-stage', 'start', 'end'])
			ok(
				await runTurn(world.app, contest.organiser, {
					contestId: contest.contestId,
					turnId: turn.turnId,
					command: { do: command }
				})
			);
		const sheets = { GK01: ['5', '10'], GK02: ['4', '8'], GK03: ['3', '4'] };
		for (const [code, [content, style]] of Object.entries(sheets)) {
			const judge = contest.judges.get(code)!;
			const place = { contestId: contest.contestId, turnId: turn.turnId };
			const marks = { TT1: content, TT2: style };
			const saved = ok(await saveScoresheet(world.app, judge, { ...place, version: 0, marks, comments: {} }));
			ok(await lockSigned(world.app, judge, { ...place, version: saved.version }));
		}
		// Sheets of 20: CM (5·2 + 10 = 20, 4·2 + 8 = 16) 18, KG 3·2 + 4 = 10; 18·0,7 + 10·0,3 = 15,6 of 20 = 78 of 100.
		const preview = ok(await resultPreview(world.app, contest.secretary, contest.contestId));
		const final = preview.tables.find(({ stage }) => stage === 'CK');
		expect(final?.rows.find(({ number }) => number === turn.number)?.points.TT).toBe(7800);
	});
});

describe('R23 a rubric with a minimum, a weight and a required note', () => {
	it('refuses marks below the minimum and sheets without the note, naming the criterion', async () => {
		ok(await contest.give(pointsForAll));
		ok(await contest.draw({ stage: 'CK' }));
		const judge = contest.judges.get('GK02')!;
		const desk = ok(await judgeDesk(world.app, judge, contest.contestId, null));
		const turnId = desk.turns[0]!.turnId;
		ok(await runTurn(world.app, contest.organiser, { contestId: contest.contestId, turnId, command: { do: 'call' } }));
		const save = (version: number, marks: Record<string, string>, comments: Record<string, string> = {}) =>
			saveScoresheet(world.app, judge, { contestId: contest.contestId, turnId, version, marks, comments });
		expect(await save(0, { TT1: '0,5' })).toMatchObject({ refused: 'sheet/mark-not-valid' });
		const saved = ok(await save(0, { TT1: '1,5', TT2: '0' }));
		const lock = (version: number) => lockSigned(world.app, judge, { contestId: contest.contestId, turnId, version });
		expect(await lock(saved.version)).toMatchObject({
			refused: 'sheet/note-needed',
			details: { missing: 'TT1 Nội dung', count: 1 }
		});
		const noted = ok(await save(saved.version, {}, { TT1: 'Chưa nêu được trọng tâm.' }));
		ok(await lock(noted.version));
		expect((await contest.lastLine()).payload).toMatchObject({ judge: 'GK02', total: 300 });
	});
});

describe('groups of contestants', () => {
	const place = (changes: Record<string, unknown> = {}, by = contest.organiser) =>
		placeContestant(world.app, by, {
			contestId: contest.contestId,
			contestantId: contest.people.get('TS01'),
			category: 'T',
			cluster: '',
			team: ' Đội  1 ',
			mayWin: false,
			route: 'promoted',
			...changes
		});

	it('are not put over what somebody else has changed meanwhile', async () => {
		const seen = { category: '', cluster: '', team: '', mayWin: true, route: 'direct' };
		const person = ok(await setupPeople(world.app, contest.organiser, contest.contestId, '')).contestants.find(
			({ number }) => number === 'TS01'
		)!;
		const { category, cluster, team, mayWin, route } = person;
		ok(await place({ seen: { category: category ?? '', cluster: cluster ?? '', team: team ?? '', mayWin, route } }));
		expect(await place({ seen, team: 'Đội 2' })).toMatchObject({ refused: 'people/changed-elsewhere' });
		ok(await place({ seen: { category: 'T', cluster: '', team: 'Đội 1', mayWin: false, route: 'promoted' } }));
	});

	it('are those of the rules, kept with a line in the log', async () => {
		ok(await place());
		expect(await contest.lastLine()).toMatchObject({
			kind: 'contestant-placed',
			payload: {
				number: 'TS01',
				before: { category: 'T', team: null, mayWin: true, route: 'direct' },
				after: { category: 'T', cluster: null, team: 'Đội 1', mayWin: false, route: 'promoted' }
			}
		});
		const people = ok(await setupPeople(world.app, contest.organiser, contest.contestId));
		expect(people.contestants[0]).toMatchObject({ category: 'T', team: 'Đội 1', mayWin: false });
		expect(people.groups).toMatchObject({ hasTeams: true, clusters: [] });
		expect(await place({ category: 'X' })).toMatchObject({ refused: 'input/not-valid', field: 'category' });
		expect(await place({ cluster: 'C1' })).toMatchObject({ refused: 'input/not-valid', field: 'cluster' });
		expect(await place({}, contest.secretary)).toMatchObject({ refused: 'access/not-allowed' });
	});
});
