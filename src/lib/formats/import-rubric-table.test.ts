// Rubrics in a spreadsheet: what people write comes back as it was, and every bad row is named and handed back.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.ts';
import { parseRubrics } from './import-rubrics.ts';
import type { RubricValue } from './import-values.ts';
import { rubricColumns, rubricRows } from './rubric-columns.ts';
import { workbook } from './write-workbook.ts';

const titles = Object.values(rubricColumns).map(({ title }) => title);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Codes, names, points and levels of a sheet with few columns. */
const sheet = (rows: string) =>
	parseRubrics(utf8(`Bảng;Tên bảng;Mã tiêu chí;Tiêu chí;Điểm tối đa;Bước;Mức;Từ;Đến\n${rows}`), 'a.csv');
const problemsOf = async (rows: string) =>
	(await sheet(rows)).problems.map(({ line, column, code }) => `${line} ${column} ${code.slice(7)}`);

async function valuesOf(bytes: Uint8Array): Promise<RubricValue[]> {
	const { rows, problems, fileProblems } = await parseRubrics(bytes, 'a');
	expect([...fileProblems, ...problems]).toEqual([]);
	return rows.map(({ value }) => value);
}

describe('a round trip', () => {
	const odd: RubricValue[] = [
		{
			code: 'X',
			name: 'Thuyết trình; «thử»',
			maxCenti: 500,
			criteria: [
				{
					code: 'X1',
					name: 'Hệ số 2',
					minCenti: 50,
					maxCenti: 200,
					stepCenti: 25,
					weight: 200,
					noteRequired: { below: 100 },
					bands: []
				},
				{
					code: 'X2',
					name: '=Công thức?',
					minCenti: 0,
					maxCenti: 100,
					stepCenti: 50,
					weight: 100,
					noteRequired: 'always',
					bands: [{ label: 'Đạt', minCenti: 0, maxCenti: 100, descriptor: 'Dòng một\ndòng hai' }]
				}
			]
		}
	];

	it.each(['the sample', 'what the sample lacks'])('%s comes back from Excel and from CSV', async (which) => {
		const sample = new Uint8Array(readFileSync(new URL('./sample/rubric.json', import.meta.url)));
		const rubrics = which === 'the sample' ? await valuesOf(sample) : odd;
		const rows = rubricRows(rubrics);
		const columns = titles.map((title) => ({ title, kind: 'text' as const }));
		expect(await valuesOf(await workbook([{ name: 'Bảng', columns, rows }]))).toEqual(rubrics);
		expect(await valuesOf(writeCsv(titles, rows))).toEqual(rubrics);
	});
});

describe('rows that belong together', () => {
	it('blank cells repeat the row above, and levels may run down', async () => {
		const { rows, problems, total } = await sheet(
			'A;Đề cương;A1;Nội dung;2;0,5;Tốt;1,5;2\n;;;;;;Khá;0;1\n;;A2;Hình thức;3;1;;;\nB;Thuyết trình;B1;Giọng;1;0,25;;;'
		);
		expect(problems).toEqual([]);
		expect(total).toBe(2);
		expect(rows.map(({ line, value }) => [line, value.code, value.maxCenti])).toEqual([
			[2, 'A', 500],
			[5, 'B', 100]
		]);
		expect(rows[0]?.value.criteria[0]?.bands.map(({ label, minCenti }) => [label, minCenti])).toEqual([
			['Khá', 0],
			['Tốt', 150]
		]);
	});

	it.each([
		['A;x;A1;y;2;0,5;;;\nA;x;A1;khác;2;0,5;;;', ['3 Tiêu chí differs-from-row']],
		['A;x;A1;y;2;0,5;Khá;0;1\nA;x;A1;y;2,00;0,50;Tốt;1,5;2', []],
		[';x;A1;y;2;0,5;;;', ['2 Bảng cell-empty']],
		['A;x;;y;2;0,5;;;', ['2 Mã tiêu chí cell-empty']],
		['A;;A1;;2;0,5;;;', ['2 Tên bảng cell-empty', '2 Tiêu chí cell-empty']],
		['A;x;A1;y;hai;0,5;;;', ['2 Điểm tối đa points-not-valid']],
		['A;x;A1;y;2;;;;', ['2 Bước cell-empty']],
		['A;x;A1;y;2;0,3;;;', ['2 Điểm tối đa max-off-step']],
		['A;x;A1;y;2;0;;;', ['2 Bước step-not-valid']],
		['A;x;A1;y;2;0,5;Khá;0;\n;;;;;;;1;2', ['2 Đến cell-empty', '3 Mức cell-empty']],
		['A;x;A1;y;2;0,5;Khá;0;1\n;;;;;;Tốt;1;2', ['2 Mức band-overlap']],
		['A;x;A/;y;2;0,5;;;', ['2 Mã tiêu chí code-not-valid']],
		['A;x;A1;y;2;0,5;;;\nB;z;a1;y;2;0,5;;;', ['2 Mã tiêu chí duplicate-code', '3 Mã tiêu chí duplicate-code']]
	])('%j', async (rows, expected) => {
		expect(await problemsOf(rows)).toEqual(expected);
	});

	it('maximum of the rubric, weight and note are checked where they stand', async () => {
		const head = 'rubric_code,rubric_name,rubric_max,criterion_code,criterion,max,step,weight,note\n';
		const problems = async (row: string) =>
			(await parseRubrics(utf8(head + row), 'a.csv')).problems.map(({ column, code }) => `${column} ${code.slice(7)}`);
		expect(await problems('A,x,3,A1,y,2,0.5,,')).toEqual(['rubric_max criteria-sum']);
		expect(await problems('A,x,4,A1,y,2,0.5,2,x')).toEqual([]);
		expect(await problems('A,x,,A1,y,2,0.5,11,')).toEqual(['weight weight-not-valid']);
		expect(await problems('A,x,,A1,y,2,0.5,,đôi khi')).toEqual(['note note-cell-not-valid']);
	});

	it('one bad row keeps its whole rubric out, and all its rows are handed back as they were', async () => {
		const preview = await sheet('A;x;A1;y;2;0,5;;;\nA;x;A2;z;nhiều;0,5;;;\nB;t;B1;y;1;0,25;;;');
		expect(preview.rows.map(({ value }) => value.code)).toEqual(['B']);
		expect(preview.rejected?.rows.map(({ line, cells }) => [line, cells[4]])).toEqual([
			[2, '2'],
			[3, 'nhiều']
		]);
	});
});
