// The commands that read files, run as people run them: exit code, standard output, standard error (R90, R190).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aJudgedPart } from '../lib/contest/record/contest-record.fixture.ts';
import { cases, sound } from '../lib/contest/preflight/preflight.fixture.ts';
import { breakdownOf } from '../lib/contest/result/breakdown.ts';
import { computeResult } from '../lib/contest/result/compute.ts';
import { fullContest } from '../lib/formats/contest-file/full-contest.fixture.ts';
import { malformedFiles } from '../lib/formats/contest-file/malformed-files.fixture.ts';
import { readContestFile } from '../lib/formats/contest-file/read-contest-file.ts';
import { writeContestFile } from '../lib/formats/contest-file/write-contest-file.ts';
import { writeRulesFile } from '../lib/formats/rules-file/write-rules-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoithi-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(content: string | Uint8Array): string {
	const file = join(folder, 'given.json');
	writeFileSync(file, content);
	return file;
}

function hoithi(...words: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/hoithi.ts', ...words], { encoding: 'utf8' });
	return { status, stdout, stderr };
}

const throughTheShell = [
	'an empty file',
	'UTF-16',
	'cut off after 3 KB',
	'100,000 brackets',
	'a field twice',
	'__proto__',
	'1e309',
	'a text of a megabyte',
	'an unknown field deep inside',
	'an unknown field named like a terminal command',
	'points as text',
	'a part with an unknown rubric',
	'an answer of an unknown contestant',
	'a mark off the grid'
];

test.each(throughTheShell)('results compute ends with 2 and the place of %s', { timeout: 60_000 }, (name) => {
	const file = malformedFiles.find((each) => each.name === name);
	expect(file).toBeDefined();
	const startedAt = performance.now();
	const { status, stdout, stderr } = hoithi('results', 'compute', fileWith(file?.bytes ?? ''));
	console.log(`${name}: ${Math.round(performance.now() - startedAt)} ms`);
	expect(status).toBe(2);
	expect(stdout).toBe('');
	const lines = stderr.trimEnd().split('\n');
	// Vietnamese first, then the same in English.
	expect(lines.filter((line) => line.startsWith(`${file?.path}: `)).length).toBeGreaterThanOrEqual(2);
	expect(lines.length % 2).toBe(0);
	expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\n\s+at /u);
});

test('R190: anybody recomputes the result of a contest file, as text and as JSON', { timeout: 60_000 }, () => {
	const file = fileWith(writeContestFile(fullContest()));
	const text = hoithi('results', 'compute', file, '--lang', 'en');
	expect([text.status, text.stderr]).toEqual([0, '']);
	for (const { places } of computeResult(fullContest()).stages.flatMap(({ rankings }) => rankings))
		for (const { contestant, why } of places)
			expect(text.stdout).toMatch(new RegExp(`^\\d\\. ${contestant} .*${RegExp.escape(why.en)}$`, 'm'));
	const json = hoithi('results', 'compute', file, '--json');
	expect([json.status, json.stderr]).toEqual([0, '']);
	expect(JSON.parse(json.stdout)).toEqual(computeResult(fullContest()));
});

test('R192: every point of a contestant is explained, down to each answer and mark', { timeout: 60_000 }, () => {
	const file = fileWith(writeContestFile(fullContest()));
	const { status, stdout, stderr } = hoithi('results', 'explain', file, 'TS01', 'TS02', '--lang', 'en');
	expect([status, stderr]).toEqual([0, '']);
	const [one] = computeResult(fullContest()).stages.flatMap(({ rankings }) => rankings.flatMap(({ places }) => places));
	expect(stdout).toContain(one?.why.en);
	expect(stdout).toMatch(/^ {4}Question \S+: .*\(key .*\) (right|partly right|wrong|not answered|annulled) {2}-?\d/m);
	expect(stdout).toMatch(/^ {6}\S+ .*: \d+\.\d\d \(counts\) {2}\S+ \d+\.\d\d/m);
	const json = hoithi('results', 'explain', file, 'TS01', '--json');
	expect(JSON.parse(json.stdout)).toEqual([breakdownOf(fullContest(), computeResult(fullContest()), 'TS01')]);
	const unknown = hoithi('results', 'explain', file, 'TS99');
	expect([unknown.status, unknown.stdout]).toEqual([1, '']);
	expect(unknown.stderr).toContain('TS99');
});

test(
	'R190: the example of docs/contest-file.md is read, written the same, computed and explained as printed there',
	{
		timeout: 60_000
	},
	() => {
		const page = readFileSync('docs/contest-file.md', 'utf8');
		const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
		const [, computed = '', explained = ''] =
			/\$ hoithi results compute \S+\n(.*?)\n\$ hoithi results explain \S+ TS02\n(.*?)```/s.exec(page) ?? [];
		const reading = readContestFile(Buffer.from(example));
		expect(reading.ok && writeContestFile(reading.value)).toBe(example);
		const file = fileWith(example);
		expect(hoithi('results', 'compute', file).stdout).toBe(computed);
		expect(hoithi('results', 'explain', file, 'TS02').stdout).toBe(explained);
	}
);

test(
	'R243: what differs between two contest files is said; the same file twice differs in nothing',
	{ timeout: 60_000 },
	() => {
		const before = join(folder, 'before.json');
		writeFileSync(before, writeContestFile(fullContest()));
		const changed = fullContest();
		const [first] = changed.given;
		if (first) first.points -= 100;
		const { status, stdout, stderr } = hoithi('results', 'diff', before, fileWith(writeContestFile(changed)));
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toMatch(new RegExp(`^1 thí sinh thay đổi điểm`));
		expect(stdout).toMatch(new RegExp(`^${first?.contestant} .* → `, 'm'));
		const same = hoithi('results', 'diff', before, before, '--json');
		expect(Object.values(JSON.parse(same.stdout) as object).flat()).toEqual([]);
	}
);

test('R90: results preflight names what keeps a contest from beginning, with its place', { timeout: 60_000 }, () => {
	const [, record] = cases.find(([, , expected]) => expected.startsWith('total-differs')) ?? [];
	const bad = hoithi('results', 'preflight', fileWith(writeContestFile(record ?? sound())), '--lang', 'en');
	expect([bad.status, bad.stderr]).toEqual([2, '']);
	expect(bad.stdout).toMatch(/^rules\.stages\[0\]\.total: .*100\.00 points/m);
	const good = hoithi('results', 'preflight', fileWith(writeContestFile(sound())), '--json');
	expect([good.status, JSON.parse(good.stdout)]).toEqual([0, { open: [], overridden: [] }]);
});

test('what is missing before a result is official is said in the text', { timeout: 60_000 }, () => {
	const { status, stdout } = hoithi('results', 'compute', fileWith(writeContestFile(sound())));
	expect(status).toBe(0);
	expect(stdout).toContain('Chưa chính thức, còn thiếu:');
	expect(stdout).toContain('Kiến thức: mới có 0 trên 20 câu hỏi');
});

test('R90: rules check takes sound rules and a sound contest', { timeout: 60_000 }, () => {
	expect(hoithi('rules', 'check', fileWith(writeRulesFile(sound().rules)))).toMatchObject({ status: 0, stderr: '' });
	expect(hoithi('rules', 'check', fileWith(writeContestFile(sound())))).toMatchObject({ status: 0, stderr: '' });
});

test('R90: rules check ends with 2 and what the preflight finds', { timeout: 60_000 }, () => {
	const [, record] = cases.find(([, , expected]) => expected.startsWith('total-differs')) ?? [];
	const ofContest = hoithi('rules', 'check', fileWith(writeContestFile(record ?? sound())));
	expect(ofContest.status).toBe(2);
	expect(ofContest.stderr).toContain('rules.stages[0].total: Chung khảo: các phần cộng lại được 100,00 điểm');
	const ofRules = hoithi('rules', 'check', fileWith(writeRulesFile((record ?? sound()).rules)));
	expect(ofRules.status).toBe(2);
	expect(ofRules.stderr).toContain('\nstages[0].total: ');
});

test('R91: rules are checked with the rubrics that are given', { timeout: 60_000 }, () => {
	const check = (rubric: string, ...options: string[]) => {
		const { rules } = sound({ parts: [aJudgedPart({ rubric, maxPoints: 10_000 })], tieBreaks: [{ kind: 'share' }] });
		return hoithi('rules', 'check', fileWith(writeRulesFile(rules)), ...options);
	};
	const given = ['--rubrics', 'src/lib/formats/sample/rubric.json'];
	expect(check('TT', ...given)).toMatchObject({ status: 0, stderr: '' });
	expect(check('none')).toMatchObject({ status: 0, stderr: '' });
	const refused = check('none', ...given);
	expect(refused.status).toBe(2);
	expect(refused.stderr).toContain('stages[0].parts[0].rubric: Phần Thuyết trình chưa có bảng tiêu chí.');
});

test('a file that is not there ends with 1: that is not the fault of a file', { timeout: 60_000 }, () => {
	for (const command of [
		['rules', 'check'],
		['results', 'compute'],
		['results', 'preflight']
	]) {
		const { status, stderr } = hoithi(...command, join(folder, 'none.json'));
		expect([status, stderr.includes('ENOENT')]).toEqual([1, true]);
	}
});

test('rules schema prints the schema that is served', { timeout: 60_000 }, () => {
	const { status, stdout } = hoithi('rules', 'schema', '--contest');
	expect(status).toBe(0);
	expect((JSON.parse(stdout) as { $id: string }).$id).toBe('hoithi-contest-1.schema.json');
});
