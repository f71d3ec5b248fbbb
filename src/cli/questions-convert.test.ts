// `hoithi questions convert`, run as people run it: exit code, standard output, standard error.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'hoithi-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));

function hoithi(...words: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/hoithi.ts', ...words], { encoding: 'utf8' });
	return { status, stdout, stderr };
}

function fileWith(content: string): string {
	const file = join(folder, 'cau-hoi.txt');
	writeFileSync(file, content);
	return file;
}

test('a list becomes JSON; a bad question is told and the good one is there', { timeout: 60_000 }, () => {
	const file = fileWith('Câu 1: Q?\n*A. x\nB. y\nCâu 2: R?\nA. x\nB. y');
	const { status, stdout, stderr } = hoithi('questions', 'convert', file, '--to', 'json');
	const { questions, problems } = JSON.parse(stdout) as {
		questions: { text: string }[];
		problems: { where: { question: string | null }; code: string; message: { vi: string } }[];
	};
	expect(status).toBe(2);
	expect(questions.map(({ text }) => text)).toEqual(['Q?']);
	expect(problems[0]).toMatchObject({ where: { question: '2', line: 4 }, message: { vi: 'chưa có đáp án đúng.' } });
	expect(stderr).toContain('Câu 2, mục «Đáp án đúng»: chưa có đáp án đúng.\nQuestion 2, ');
});

test('what the new format does not keep is told, and is no error', { timeout: 60_000 }, () => {
	const file = fileWith('Câu 1: Q?\n*A. x\nB. y\nGiải thích: Vì thế.\nCâu 2: Ai?\nĐáp án: Trần Phú');
	const out = join(folder, 'ra.txt');
	const { status, stdout, stderr } = hoithi('questions', 'convert', file, '--to', 'aiken', '--out', out);
	expect([status, stdout]).toEqual([0, '']);
	expect(readFileSync(out, 'utf8')).toBe('Q?\nA) x\nB) y\nANSWER: A\n');
	expect(stderr).toMatch(/^Câu CH-[0-9A-F]{10}: định dạng này không giữ được «Giải thích»\.$/m);
	expect(stderr).toMatch(/^Question CH-[0-9A-F]{10}: this format has no place for such a question/m);
});

test('a file that is not there, a format that is none', { timeout: 60_000 }, () => {
	expect(hoithi('questions', 'convert', join(folder, 'khong-co'), '--to', 'json').status).toBe(1);
	expect(hoithi('questions', 'convert', fileWith('x'), '--to', 'pdf').status).toBe(1);
});

test('the schema is printed', { timeout: 60_000 }, () => {
	const { status, stdout } = hoithi('questions', 'schema');
	expect([status, stdout]).toEqual([0, readFileSync('static/schema/hoithi-questions-1.schema.json', 'utf8')]);
});
