// The JSON Schema of a question file under static/schema is that of the code, and every question that is read fits it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { questionFileJsonSchema, questionFileSchema, questionSchemaFile } from './question-file-schema.ts';
import { questionProblems, questionReport } from './question-report.ts';
import { readQuestionFile } from './read-question-file.ts';

test('static/schema has the generated one: npm run hoithi -- questions schema --write', () => {
	expect(readFileSync(`static/schema/${questionSchemaFile}`, 'utf8')).toBe(questionFileJsonSchema());
});

test('what is told of a file fits the schema, the good questions and the problems of the others', async () => {
	const text = 'Câu 1: Q?\n*A. x\nB. y\nCâu 2: R?\nA. x\nB. y\nCâu 3: Năm?\nĐáp án: 1930';
	const preview = await readQuestionFile(new TextEncoder().encode(text));
	const report: unknown = JSON.parse(
		questionReport(
			preview.rows.map(({ value }) => value),
			questionProblems(preview)
		)
	);
	const { questions, problems } = questionFileSchema.parse(report);
	expect(questions.map(({ kind }) => kind)).toEqual(['single', 'numeric']);
	expect(problems.map(({ where, code }) => [where.question, code])).toEqual([
		['2', 'import/no-right-option'],
		[null, 'import/defaults-taken']
	]);
});

test('a broken question in JSON stays out, with the field, and the others stay', async () => {
	const good = { code: 'K1', topic: 'Sử', difficulty: 1, kind: 'numeric', text: 'Năm?', options: [], targets: [] };
	const rest = { correct: { kind: 'number', value: '1930', tolerance: '0' }, seconds: 20, explanation: '', source: '' };
	const file = {
		questions: [
			{ ...good, ...rest, seconds: 1 },
			{ ...good, ...rest }
		]
	};
	const { rows, problems } = await readQuestionFile(new TextEncoder().encode(JSON.stringify(file)));
	expect(rows.map(({ value }) => value.code)).toEqual(['K1']);
	expect(problems.map(({ question, code, params }) => [question, code, params.found])).toEqual([
		['1', 'import/field-not-valid', 'seconds']
	]);
});

test('the examples of docs/question-files.md are read as the page says', async () => {
	const page = readFileSync('docs/question-files.md', 'utf8');
	const [, list = ''] = /```\n(Chủ đề.*?)```/s.exec(page) ?? [];
	const [, json = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
	const { rows, problems } = await readQuestionFile(new TextEncoder().encode(list));
	expect(problems).toEqual([]);
	expect(rows.map(({ value }) => [value.kind, value.topic, value.correct])).toEqual([
		['single', 'Lịch sử Đảng', { kind: 'options', options: ['B'] }],
		['multiple', 'Lịch sử Đảng', { kind: 'options', options: ['A', 'B'] }],
		['numeric', 'Lịch sử Đảng', { kind: 'number', value: '3260', tolerance: '10' }]
	]);
	expect(questionFileSchema.parse(JSON.parse(json)).questions).toHaveLength(1);
});
