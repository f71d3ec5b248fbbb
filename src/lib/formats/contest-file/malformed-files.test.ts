// Contest files from truncated to hostile: each is refused with a message at its place, and none crashes the reader.
import { expect, test } from 'vitest';
import { mostProblems } from '../json-document/file-problem.ts';
import { goodFile, malformedFiles } from './malformed-files.fixture.ts';
import { readContestFile } from './read-contest-file.ts';
import { fullContest } from './full-contest.fixture.ts';

test('the file they are made from is good, also with a byte order mark', () => {
	expect(readContestFile(new TextEncoder().encode(`\ufeff${goodFile}`))).toEqual({ ok: true, value: fullContest() });
});

test('there are at least 60 of them, each another', () => {
	expect(new Set(malformedFiles.map(({ name }) => name)).size).toBe(malformedFiles.length);
	expect(malformedFiles.length).toBeGreaterThanOrEqual(60);
});

test.each(malformedFiles)('$name: a message at $path', ({ bytes, path }) => {
	const reading = readContestFile(bytes);
	const problems = reading.ok ? [] : reading.problems;
	expect(problems.map((problem) => problem.path)).toContain(path);
	for (const { message } of problems)
		for (const language of ['vi', 'en'] as const) {
			expect(message[language]).toMatch(/^\P{Ll}.*\.$/su);
			expect(message[language]).not.toMatch(/undefined|\[object|\p{Cc}/u);
		}
	for (const { message } of problems) expect(message.vi).not.toBe(message.en);
});

test('a message names what was met and what is needed', () => {
	const said = (name: string) => {
		const reading = readContestFile(malformedFiles.find((file) => file.name === name)?.bytes ?? new Uint8Array());
		return reading.ok ? [] : reading.problems.map(({ path, message }) => `${path}: ${message.vi}`);
	};
	expect(said('points as text')).toEqual([
		'rules.stages[1].parts[0].maxPoints: Cần số nguyên phần trăm điểm lớn hơn 0 (5000 là 50,00 điểm), gặp "50".'
	]);
	expect(said('no title')).toEqual(['rules.title: Thiếu trường này: cần một đối tượng { }.']);
	expect(said('an answer of an unknown contestant')).toEqual([
		'answers[2].contestant: Cần mã của một thí sinh có trong contestants, gặp "TS99".'
	]);
	expect(said('a mark off the grid')).toEqual([
		'sheets[0].marks.TT1: Cần điểm từ 0,00 đến 30,00, theo bước 0,50, gặp 25,01.'
	]);
	expect(said('a sheet twice')).toEqual([
		'sheets[16]: Cần một mục duy nhất cho "CK", "TS01", "GK1", gặp mục thứ hai. Hãy giữ lại một.'
	]);
});

test('all problems are told at once', () => {
	const document = JSON.parse(goodFile) as ReturnType<typeof fullContest> & { note?: number };
	const [first, second] = document.contestants;
	Object.assign(first ?? {}, { status: 'here', mayWin: 'yes' });
	Object.assign(second ?? {}, { route: 7 });
	document.note = 1;
	const reading = readContestFile(
		new TextEncoder().encode(JSON.stringify(document).replace('"version":1', '"version":-0'))
	);
	expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual([
		'version',
		'contestants[0].status',
		'contestants[0].mayWin',
		'contestants[1].route',
		'note'
	]);
});

test('of very many problems the first are told, and that there are more', () => {
	const answers = JSON.stringify(Array(100_000).fill({ contestant: 1 }));
	const reading = readContestFile(new TextEncoder().encode(`{"answers": ${answers}}`));
	const problems = reading.ok ? [] : reading.problems;
	expect(problems).toHaveLength(mostProblems);
	expect(problems.at(-1)?.code).toBe('more-problems');
});

/** What a node may be replaced by; undefined takes it out. Each node gets three of them, in turn. */
const strangers = [undefined, null, true, -1, 0.5, 1e300, '', 'x', [], {}, [[]], { kind: 'x' }];

test(
	'whatever stands in the place of any node, the reader answers with a value or with problems',
	{ timeout: 60_000 },
	() => {
		const nodes: (string | number)[][] = [];
		const walk = (json: unknown, way: (string | number)[]) => {
			if (way.length > 0) nodes.push(way);
			if (typeof json !== 'object' || json === null) return;
			// Of a long list the first two stand for all.
			const names = Array.isArray(json) ? [0, 1].filter((at) => at < json.length) : Object.keys(json);
			for (const name of names) walk((json as Record<string | number, unknown>)[name], [...way, name]);
		};
		walk(JSON.parse(goodFile), []);
		expect(nodes.length).toBeGreaterThan(400);
		for (const [at, way] of nodes.entries())
			for (const stranger of strangers.filter((_, index) => (index + at) % 4 === 0)) {
				const document: unknown = JSON.parse(goodFile);
				const parent = way
					.slice(0, -1)
					.reduce<unknown>((from, step) => (from as Record<string, unknown>)[step], document);
				const fields = parent as Record<string | number, unknown>;
				fields[way.at(-1) ?? ''] = stranger;
				const reading = readContestFile(new TextEncoder().encode(JSON.stringify(document)));
				for (const { path } of reading.ok ? [] : reading.problems) expect(path).not.toBe('');
			}
	}
);
