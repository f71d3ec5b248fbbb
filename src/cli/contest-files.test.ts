// The commands that read files, run as people run them: exit code, standard output, standard error (R90, R190).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aJudgedPart } from '../lib/contest/record/contest-record.fixture.ts';
import { cases, sound } from '../lib/contest/preflight/preflight.fixture.ts';
import { computeResult } from '../lib/contest/result/compute.ts';
import { fullContest } from '../lib/formats/contest-file/full-contest.fixture.ts';
import { malformedFiles } from '../lib/formats/contest-file/malformed-files.fixture.ts';
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

test.each(throughTheShell)('result compute ends with 2 and the place of %s', { timeout: 60_000 }, (name) => {
	const file = malformedFiles.find((each) => each.name === name);
	expect(file).toBeDefined();
	const startedAt = performance.now();
	const { status, stdout, stderr } = hoithi('result', 'compute', fileWith(file?.bytes ?? ''));
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
	const text = hoithi('result', 'compute', file, '--lang', 'en');
	expect([text.status, text.stderr]).toEqual([0, '']);
	for (const { places } of computeResult(fullContest()).stages.flatMap(({ rankings }) => rankings))
		for (const { contestant, why } of places)
			expect(text.stdout).toMatch(new RegExp(`^\\d\\. ${contestant} .*${RegExp.escape(why.en)}$`, 'm'));
	const json = hoithi('result', 'compute', file, '--json');
	expect([json.status, json.stderr]).toEqual([0, '']);
	expect(JSON.parse(json.stdout)).toEqual(computeResult(fullContest()));
});

test('what is missing before a result is official is said in the text', { timeout: 60_000 }, () => {
	const { status, stdout } = hoithi('result', 'compute', fileWith(writeContestFile(sound())));
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
	expect(refused.stderr).toContain('stages[0].parts[0].rubric: Phần Thuyết trình: chưa có phiếu chấm none.');
});

test('a file that is not there ends with 1: that is not the fault of a file', { timeout: 60_000 }, () => {
	for (const command of [
		['rules', 'check'],
		['result', 'compute']
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
