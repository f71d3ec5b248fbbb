// Code names on a real database: drawn and written by organisers alone, imported with the list, and read by judges while names are hidden (R322, R323).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contestantListSheet } from '../../src/lib/formats/list-sheets.ts';
import { parseContestants } from '../../src/lib/formats/import-contestants.ts';
import { workbook } from '../../src/lib/formats/write-workbook.ts';
import { askForEntry } from '../../src/lib/server/usecases/ask-for-entry.ts';
import { drawCodeNames, writeCodeNames } from '../../src/lib/server/usecases/draw-code-names.ts';
import { handInEntry } from '../../src/lib/server/usecases/hand-in-entry.ts';
import { contestantImport } from '../../src/lib/server/usecases/importing/contestants.ts';
import { runTurn } from '../../src/lib/server/usecases/run-turn.ts';
import { showCodeNames } from '../../src/lib/server/usecases/show-code-names.ts';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { codeNameList } from '../../src/lib/server/views/code-name-list.ts';
import { readHall } from '../../src/lib/server/views/hall.ts';
import { judgeDesk } from '../../src/lib/server/views/judge-desk.ts';
import { hallSnapshot } from '../../src/lib/server/views/hall-snapshot.ts';
import { stageFor } from '../../src/lib/server/views/stage.ts';
import { paperEntry } from '../../src/lib/server/views/paper-entry.ts';
import { readMineOf } from '../../src/lib/server/views/mine.ts';
import { scoreSheetPapers } from '../../src/lib/server/views/score-sheet-papers.ts';
import { readStandings } from '../../src/lib/server/views/standings.ts';
import { judgingContest, type JudgingContest } from './judging-contest.ts';
import { ok } from './setup-world.ts';

let world: JudgingContest;
beforeAll(async () => {
	world = await judgingContest();
	const wish = { title: 'Đề cương', note: '', kinds: ['pdf'], megabytes: 1, due: '', late: 'flag', markBy: '' };
	const { app, organiser, contestId } = world;
	const asked = { ...wish, contestId, requestId: '', part: 'DC', isAnonymous: true };
	const { requestId } = ok(await askForEntry(app, organiser, asked)).result;
	const file = new Blob(['%PDF-1.7\n%%EOF']);
	for (const { id: contestantId } of await listed()) {
		const given = { name: 'a.pdf', size: file.size, stream: file.stream() };
		ok(await handInEntry(app, organiser, { contestId, requestId, contestantId }, given));
	}
});
afterAll(() => world.app.close());

const listed = async () => ok(await codeNameList(world.app, world.organiser, world.contestId, '')).people;
const write = async (names: Record<string, string>) => {
	const people = (await listed()).filter(({ number }) => number in names);
	return writeCodeNames(world.app, world.organiser, {
		contestId: world.contestId,
		names: people.map(({ id, number, codeName }) => ({
			contestantId: id,
			codeName: names[number] ?? '',
			seen: codeName ?? ''
		}))
	});
};
const desk = async () => ok(await judgeDesk(world.app, world.member, world.contestId, null));

test('R322 organisers draw one for everybody without, and nobody else sees or draws them', async () => {
	ok(await write({ TS02: 'Sen Hồng' }));
	expect(ok(await drawCodeNames(world.app, world.organiser, { contestId: world.contestId })).result.count).toBe(2);
	const names = (await listed()).map(({ codeName }) => codeName);
	expect(names.filter((name) => name?.startsWith('MS-')).sort()).toEqual(['MS-01', 'MS-02']);
	for (const seat of [world.head, world.member, world.secretary]) {
		expect(await drawCodeNames(world.app, seat, { contestId: world.contestId })).toHaveProperty('refused');
		expect(await codeNameList(world.app, seat, world.contestId, '')).toHaveProperty('refused');
	}
	const lines = await world.fresh.sql`select payload from contest_event where kind like 'code-names-%'`;
	expect(lines.map(({ payload }) => payload as unknown)).toEqual([{ count: 1 }, { count: 2 }]);
});

test('R322 no two are the same, two may change places, and what was not seen is not overwritten', async () => {
	ok(await write({ TS01: 'MS-01', TS02: 'Sen Hồng', TS03: 'MS-02' }));
	expect(await write({ TS01: 'sen hồng' })).toMatchObject({ refused: 'people/code-name-taken' });
	expect(await write({ TS01: '<b>' })).toMatchObject({ refused: 'input/not-valid' });
	expect(ok(await write({ TS01: 'MS-02', TS03: 'MS-01' })).result.count).toBe(2);
	const [first] = await listed();
	const stale = { contestantId: first!.id, codeName: 'Khác', seen: 'MS-01' };
	expect(
		await writeCodeNames(world.app, world.organiser, { contestId: world.contestId, names: [stale] })
	).toMatchObject({ refused: 'people/changed-elsewhere' });
});

test('R322 the list of contestants brings them out and in, and an older list leaves them alone', async () => {
	const db = world.app.database.drizzle;
	const people = await contestantImport.existing(db, world.contestId);
	const context = await contestantImport.context(db, world.contestId);
	const again = await parseContestants(await workbook([contestantListSheet(people)]), 'a.xlsx', context);
	expect(again.rows.map(({ value }) => value.codeName)).toEqual(['MS-02', 'Sen Hồng', 'MS-01']);
	const file = (lines: string[]) => new TextEncoder().encode(lines.join('\n'));
	const [unit] = context.unitCodes;
	const older = file(['Số báo danh,Họ và tên,Mã đơn vị', `TS01,Nguyễn Văn An,${unit}`]);
	expect((await parseContestants(older, 'a.csv', context)).rows[0]?.value.codeName).toBe('MS-02');
	const taken = file(['Số báo danh,Họ và tên,Mã đơn vị,Mật danh', `TS09,Nguyễn Văn An,${unit},sen hồng`]);
	const [problem] = (await parseContestants(taken, 'a.csv', context)).problems;
	expect(problem?.code).toBe('import/code-name-taken');
});

test('R344 a sheet printed before the call names its contestant as the desk does, in the same order', async () => {
	const { app, organiser, secretary, contestId } = world;
	const wish = { judge: 'GK02', contestant: null, fill: 'blank' } as const;
	const printed = ok(await scoreSheetPapers(app, organiser, contestId, wish));
	expect(printed.sheets.map(({ number, name, unit }) => [number, name, unit])).toEqual([
		['MS-01', '', ''],
		['MS-02', '', ''],
		['Sen Hồng', '', '']
	]);
	expect(JSON.stringify(printed.sheets)).not.toMatch(/TS0\d|Nguyễn Thị|Đảng bộ/);
	const [first] = printed.sheets;
	const entry = ok(await paperEntry(app, secretary, contestId, first!.code));
	const whose = (await listed()).find(({ codeName }) => codeName === 'MS-01')!;
	expect([entry.codeName, entry.number, entry.name]).toEqual(['MS-01', whose.number, whose.name]);
});

test('R323 a judge reads code names, in their own order, until the contestant is called', async () => {
	const before = await desk();
	expect(before.turns.map(({ number, name, unit, position }) => [number, name, unit, position])).toEqual([
		['MS-01', '', '', 1],
		['MS-02', '', '', 2],
		['Sen Hồng', '', '', 3]
	]);
	expect(before.sheets.map(({ documents }) => documents[0]?.name)).toEqual([
		'MS-01 Đề cương.pdf',
		'MS-02 Đề cương.pdf',
		'Sen Hồng Đề cương.pdf'
	]);
	expect(JSON.stringify(before)).not.toMatch(/TS0\d/);
	const { id: turnId, number } = world.turns[0]!;
	const call = { contestId: world.contestId, turnId, command: { do: 'call' } };
	ok(await runTurn(world.app, world.organiser, call));
	const called = (await desk()).turns.find((turn) => turn.turnId === turnId);
	expect([called?.number, called?.position, called?.name]).not.toContain('');
	expect([called?.number, called?.position]).toEqual([number, 1]);
});

test('R325 projector and phones show code names where the organisers say so, on stage and in standings', async () => {
	const { app, organiser, contestId, member } = world;
	const seen = async (audience: 'screen' | 'mc') =>
		JSON.stringify(ok(await hallSnapshot(app, organiser, audience, contestId)).stage.scene);
	const [on, off] = [true, false].map((shown) => ({ contestId, shown }));
	expect(await showCodeNames(app, member, on)).toHaveProperty('refused');
	expect(await seen('screen')).toMatch(/TS0\d.*Nguyễn/);
	ok(await showCodeNames(app, organiser, on));
	expect(await seen('screen')).not.toMatch(/TS0\d|Nguyễn|Đảng bộ/);
	expect(await seen('mc')).toMatch(/TS0\d.*Nguyễn/);
	ok(await showStandings(app, organiser, { contestId, to: 'hall', shown: true }));
	const standings = { ...(await readStandings(app, contestId))!, isComplete: true };
	const told = async (audience: 'screen' | 'contestant' = 'screen') =>
		JSON.stringify(stageFor(audience, { ...(await readHall(app, contestId))!, standings }).scene);
	expect(await told()).toMatch(/Sen Hồng/);
	expect(await told()).not.toMatch(/TS0\d|Nguyễn|Đảng bộ/);
	ok(await showStandings(app, organiser, { contestId, to: 'contestants', shown: true }));
	const [person] = await listed();
	const mine = async () => {
		const hall = { ...(await readHall(app, contestId))!, standings };
		return (await readMineOf(app, hall, [person!.id])).get(person!.id);
	};
	// Somebody is called: that is what phones show, under the code name too.
	expect(await told('contestant')).toMatch(/"kind":"turn".*"number":"(MS-0\d|Sen Hồng)"/);
	expect(await told('contestant')).not.toMatch(/TS0\d|Nguyễn|Đảng bộ/);
	const between = { ...(await readHall(app, contestId))!, standings, turns: [] };
	expect(JSON.stringify(stageFor('contestant', between))).toMatch(/"kind":"standings".*Sen Hồng/);
	expect(JSON.stringify(stageFor('contestant', between))).not.toMatch(/TS0\d|Nguyễn|Đảng bộ/);
	expect(await mine()).toMatchObject({ listedAs: person!.codeName, person: { number: person!.number } });
	ok(await showCodeNames(app, organiser, off));
	expect(await mine()).toMatchObject({ listedAs: person!.number });
	expect(await told()).toMatch(/TS0\d.*Nguyễn/);
});
