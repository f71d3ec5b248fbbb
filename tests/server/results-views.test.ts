// What people may read of a result: preview, public page, papers, workbook and log, each for the right roles only.
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import type { App } from '../../src/lib/server/app.ts';
import { anonymous, type Seat } from '../../src/lib/server/seat.ts';
import { publishResult } from '../../src/lib/server/usecases/publish-result.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { hallDirection } from '../../src/lib/server/views/hall-direction.ts';
import { publishedList, publishedResult, publishedText } from '../../src/lib/server/views/published-result.ts';
import { rankingExport } from '../../src/lib/server/views/ranking-export.ts';
import { rankingPaper } from '../../src/lib/server/views/ranking-paper.ts';
import { resultBreakdown } from '../../src/lib/server/views/result-breakdown.ts';
import { documentPreview, resultPreview } from '../../src/lib/server/views/result-preview.ts';
import { scoreSheetPapers } from '../../src/lib/server/views/score-sheet-papers.ts';
import { scoreSummary } from '../../src/lib/server/views/score-summary.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { appOver, lockDrafts, makeContest, staff, storeRubrics, type MadeContest, type Wish } from './results-data.ts';

let fresh: FreshDatabase;
let app: App;

beforeAll(async () => {
	fresh = await freshDatabase();
	app = appOver(fresh);
});
afterAll(async () => fresh.drop());

async function contestOf(wish: Wish): Promise<MadeContest> {
	const made = await makeContest(fresh, wish);
	await storeRubrics(app, made.contestId);
	return made;
}

/** The seat of somebody who is on the panel as well: the first judge's own account. */
async function panelSeat(made: MadeContest, role: 'head_judge' | 'secretary'): Promise<Seat> {
	const login = `gk-${made.contestId}`;
	const [account] = await fresh.sql`
		insert into account (login, display_name, password_hash) values (${login}, 'Giám khảo 1', 'x') returning id`;
	const accountId = String(account?.id);
	await fresh.sql`update judge set account_id = ${accountId} where id = ${made.judges[0] ?? ''}`;
	return { kind: 'staff', accountId, name: 'Giám khảo 1', isFounder: false, roles: { [made.contestId]: [role] } };
}

function found<T extends object>(value: T): Exclude<T, { refused: unknown }> {
	if (isRefusal(value)) throw new Error(value.refused);
	return value as Exclude<T, { refused: unknown }>;
}

describe('the workbook', () => {
	it('has three sheets with numbers as numbers, and no name in it runs as a formula', async () => {
		const made = await contestOf({ template: 'kien-thuc-thuyet-trinh', seed: 61, people: 5, judges: 3 });
		const evil = '=HYPERLINK("http://x","Bấm")';
		await fresh.sql`update contestant set full_name = ${evil} where id = ${made.people[2]?.id ?? ''}`;
		const file = found(await rankingExport(app, staff(made.contestId, 'secretary'), made.contestId, 'vi'));
		expect(file.fileName).toMatch(/^[a-z0-9-]+\.xlsx$/);
		const { sheets } = await readXlsx(file.bytes);
		expect(sheets.map(({ name }) => name)).toEqual(['Xếp hạng', 'Điểm từng phần', 'Điểm giám khảo']);
		const [ranking, parts, marks] = sheets.map(({ rows }) => rows);
		const standings = await readStandings(app, made.contestId);
		expect(ranking?.slice(1).map((row) => row[5])).toEqual(standings?.tables[0]?.rows.map(({ total }) => total / 100));
		expect(ranking?.slice(1).map((row) => row[3])).toContain(evil);
		expect(parts?.slice(1).map((row) => row[4])).toEqual(
			standings?.tables[0]?.rows.map((row) => (row.points.TT ?? 0) / 100)
		);
		expect(marks).toHaveLength(1 + 5 * 3);
		for (const sheet of sheets)
			for (const [, cell] of sheet.cells ?? [])
				expect([cell.formula, cell.type === 'formula']).toEqual([undefined, false]);
	});

	it('is refused to judges, the public and the master of ceremonies', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 62, people: 2 });
		for (const role of ['judge', 'mc'] as const)
			expect(await rankingExport(app, staff(made.contestId, role), made.contestId, 'vi')).toMatchObject({
				refused: 'access/not-allowed'
			});
		expect(await rankingExport(app, anonymous, made.contestId, 'vi')).toMatchObject({
			refused: 'access/sign-in-needed'
		});
	});
});

describe('before publication', () => {
	it('the public finds nothing, whether the contest exists or not', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 63, people: 2 });
		const refusal = { refused: 'result/not-published' };
		expect(await publishedResult(app, made.contestId)).toMatchObject(refusal);
		expect(await publishedResult(app, '01890000-0000-7000-8000-0000000000ff')).toMatchObject(refusal);
		expect(await publishedResult(app, "' or 1=1")).toMatchObject(refusal);
		expect(await publishedText(app, made.contestId)).toMatchObject(refusal);
		expect((await publishedList(app)).map(({ contestId }) => contestId)).not.toContain(made.contestId);
	});

	it('a draft of the ranking gives no prize, and no place to whom nobody has marked yet', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 691, people: 3, judges: 3, drafts: 3 });
		const paper = found(await rankingPaper(app, staff(made.contestId, 'organiser'), made.contestId));
		expect(paper.isComplete).toBe(false);
		const [ranking] = paper.rankings;
		expect(ranking?.rows.map(({ awards }) => awards)).toEqual([[], [], []]);
		const blank = ranking?.rows.filter(({ rank }) => rank === null) ?? [];
		expect(blank).toMatchObject([{ total: null, shared: false, isTied: false }]);
		expect(Object.values(blank[0]?.points ?? {})).toEqual([null, null, null]);
	});

	it('preview, papers, log and hall ask for their permission', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 64, people: 2 });
		const id = made.contestId;
		const reads: [string, (seat: Seat) => Promise<object>, string[]][] = [
			['preview', (seat) => resultPreview(app, seat, id), ['organiser', 'head_judge', 'secretary']],
			['breakdown', (seat) => resultBreakdown(app, seat, id, 'TS01'), ['organiser', 'head_judge', 'secretary']],
			['document', (seat) => documentPreview(app, seat, id), ['organiser', 'head_judge', 'secretary']],
			['ranking', (seat) => rankingPaper(app, seat, id), ['organiser', 'head_judge', 'secretary']],
			['summary', (seat) => scoreSummary(app, seat, id, 'papers:print'), ['organiser', 'head_judge', 'secretary']],
			['sheets', (seat) => scoreSheetPapers(app, seat, id, null), ['organiser', 'head_judge', 'secretary']],
			['log', (seat) => contestLog(app, seat, id, null), ['organiser', 'head_judge']],
			['hall', (seat) => hallDirection(app, seat, id), ['organiser', 'mc']]
		];
		for (const [name, read, allowed] of reads)
			for (const role of ['organiser', 'head_judge', 'judge', 'secretary', 'mc'] as const)
				expect([name, role, isRefusal(await read(staff(id, role)))]).toEqual([name, role, !allowed.includes(role)]);
	});

	it('R192 the breakdown shows answers and sheets to their own roles at first, and to all once nothing is missing', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 641, people: 3, judges: 3, drafts: 1 });
		const shownTo = async (role: 'organiser' | 'head_judge' | 'secretary') => {
			const { breakdown } = found(await resultBreakdown(app, staff(made.contestId, role), made.contestId, 'TS02'));
			return breakdown.stages.flatMap(({ parts }) => parts.map(({ panels }) => panels.length > 0));
		};
		expect((await shownTo('organiser')).some(Boolean)).toBe(false);
		for (const role of ['head_judge', 'secretary'] as const) expect((await shownTo(role)).some(Boolean)).toBe(true);
		await lockDrafts(fresh, made.turns);
		expect((await shownTo('organiser')).every(Boolean)).toBe(true);
		const whole = found(await resultBreakdown(app, staff(made.contestId, 'organiser'), made.contestId, 'TS02'));
		expect([whole.previous, whole.next]).toEqual(['TS01', 'TS03']);
		expect(await resultBreakdown(app, staff(made.contestId, 'organiser'), made.contestId, 'TS99')).toMatchObject({
			refused: 'input/not-found'
		});
	});

	it('R192 keys and answers of a quiz stay with who may see the bank while something is missing', async () => {
		const made = await contestOf({ template: 'kien-thuc-thuyet-trinh', seed: 642, people: 3, judges: 3, drafts: 1 });
		const questionsFor = async (role: 'organiser' | 'secretary') => {
			const { breakdown } = found(await resultBreakdown(app, staff(made.contestId, role), made.contestId, 'TS02'));
			return breakdown.stages.flatMap(({ parts }) => parts.flatMap(({ questions }) => questions)).length;
		};
		expect(await questionsFor('secretary')).toBe(0);
		expect(await questionsFor('organiser')).toBeGreaterThan(0);
	});

	it('a member of the panel sees no points until all own sheets are locked (T-23)', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 65, people: 3, judges: 3, drafts: 1 });
		const head = await panelSeat(made, 'head_judge');
		const blind = found(await resultPreview(app, head, made.contestId));
		expect(blind).toMatchObject({ isBlind: true, tables: [], awards: [], can: { export: false, print: false } });
		for (const refused of [
			await resultBreakdown(app, head, made.contestId, 'TS01'),
			await documentPreview(app, head, made.contestId),
			await rankingPaper(app, head, made.contestId),
			await scoreSummary(app, head, made.contestId, 'papers:print'),
			await rankingExport(app, head, made.contestId, 'vi')
		])
			expect(refused).toMatchObject({ refused: 'access/not-allowed' });
		const wish = { judge: null, contestant: null, fill: 'locked' } as const;
		const printed = found(await scoreSheetPapers(app, head, made.contestId, wish)).sheets;
		expect(new Set(printed.map(({ number }) => number))).toEqual(new Set(['TS02', 'TS03']));
		await lockDrafts(fresh, made.turns.slice(0, 1));
		expect(found(await resultPreview(app, head, made.contestId)).tables[0]?.rows).toHaveLength(3);
	});
});

describe('after publication', () => {
	it('the public reads the document as it was, whatever happens to the rows below it', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 66, people: 4 });
		const organiser = staff(made.contestId, 'organiser');
		found(
			await publishResult(app, organiser, { contestId: made.contestId, expectedVersion: 1, confirmName: made.name })
		);
		const before = found(await publishedResult(app, made.contestId));
		await fresh.sql`update contestant set full_name = 'Người Khác' where contest_id = ${made.contestId}`;
		expect(await publishedResult(app, made.contestId)).toEqual(before);
		expect((await publishedList(app)).map(({ contestId }) => contestId)).toContain(made.contestId);
		const preview = found(await resultPreview(app, organiser, made.contestId));
		expect(preview).toMatchObject({ published: { hash: before.hash }, can: { publish: false } });
		expect(found(await documentPreview(app, organiser, made.contestId))).toEqual(before.document);
	});

	it('rehearsals are not listed', async () => {
		const made = await contestOf({ template: 'chi-trac-nghiem', seed: 67, people: 2 });
		await fresh.owner.sql`update contest set is_rehearsal = true where id = ${made.contestId}`;
		const organiser = staff(made.contestId, 'organiser');
		found(
			await publishResult(app, organiser, { contestId: made.contestId, expectedVersion: 1, confirmName: made.name })
		);
		expect((await publishedList(app)).map(({ contestId }) => contestId)).not.toContain(made.contestId);
	});
});

describe('papers', () => {
	it('print blank sheets for everybody, locked ones with the marks that count', async () => {
		const made = await contestOf({ template: 'ba-phan', seed: 68, people: 3, judges: 2, drafts: 1 });
		const seat = staff(made.contestId, 'secretary');
		const blank = found(
			await scoreSheetPapers(app, seat, made.contestId, { judge: null, contestant: null, fill: 'blank' })
		);
		expect(blank.sheets).toHaveLength(6);
		expect(
			blank.sheets.flatMap(({ parts }) => parts.flatMap(({ criteria }) => criteria)).every(({ mark }) => mark === null)
		).toBe(true);
		const locked = found(
			await scoreSheetPapers(app, seat, made.contestId, { judge: null, contestant: null, fill: 'locked' })
		);
		expect(locked.sheets).toHaveLength(5);
		expect(locked.sheets.every(({ total }) => total !== null && total > 0)).toBe(true);
		const one = found(
			await scoreSheetPapers(app, seat, made.contestId, { judge: 'GK02', contestant: 'TS03', fill: 'locked' })
		);
		expect(one.sheets.map(({ number, judge }) => [number, judge.code])).toEqual([['TS03', 'GK02']]);
	});
});
