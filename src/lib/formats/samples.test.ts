// The files the product ships, and their legacy forms, read without a problem.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseContestants } from './import-contestants.ts';
import { parseJudges } from './import-judges.ts';
import { parseQuestions } from './import-questions.ts';
import { parseRubrics } from './import-rubrics.ts';
import { parseSituations } from './import-situations.ts';
import { parseTopics } from './import-topics.ts';
import { parseUnits } from './import-units.ts';
import type { Preview } from './problem.ts';

const sample = (name: string) => new Uint8Array(readFileSync(new URL(`./sample/${name}`, import.meta.url)));

function valuesOf<T>(preview: Preview<T>): T[] {
	expect(preview.fileProblems).toEqual([]);
	expect(preview.problems).toEqual([]);
	expect(preview.total).toBe(preview.rows.length);
	return preview.rows.map(({ value }) => value);
}

async function contestants(name: string) {
	const units = valuesOf(await parseUnits(sample('units.csv'), 'units.csv'));
	return parseContestants(sample(name), name, { unitCodes: units.map(({ code }) => code), today: '2021-07-01' });
}

describe('sample files', () => {
	it('63 units', async () => {
		const units = valuesOf(await parseUnits(sample('units.csv'), 'units.csv'));
		expect(units).toHaveLength(63);
		expect(units[0]).toMatchObject({ code: 'KHOI', parent: null, members: null });
		expect(units.reduce((sum, { members }) => sum + (members ?? 0), 0)).toBe(5037);
	});

	it('54 contestants of 49 units, three pairs of namesakes and Thúy / Thuý warned', async () => {
		const preview = await contestants('contestants.csv');
		const people = valuesOf(preview);
		expect(people).toHaveLength(54);
		expect(new Set(people.map(({ unitCode }) => unitCode)).size).toBe(49);
		expect(people[0]).toEqual({
			code: 'TS01',
			fullName: 'Đỗ Thị Ngọc Ánh',
			gender: 'Nữ',
			birthDate: '1988-02-14',
			unitCode: 'DV01',
			position: 'Chuyên viên Phòng Tổng hợp',
			phone: '0900000107',
			email: 'anh.dtn@example.com',
			codeName: null,
			category: null,
			cluster: null,
			team: null,
			mayWin: true,
			route: 'direct'
		});
		const warnings = preview.rows.flatMap(({ warnings: found }) => found);
		expect(warnings.map(({ code }) => code)).toEqual(Array(8).fill('import/duplicate-name'));
		expect(preview.notices).toEqual([]);
	});

	it('7 judges', async () => {
		const judges = valuesOf(await parseJudges(sample('judges.csv'), 'judges.csv'));
		expect(judges.map(({ role }) => role)).toEqual([
			'head',
			'deputy',
			'member',
			'member',
			'member',
			'member',
			'secretary'
		]);
	});

	it('120 questions', async () => {
		const preview = await parseQuestions(sample('question-bank.csv'), 'question-bank.csv');
		const questions = valuesOf(preview);
		expect(preview.rows.flatMap(({ warnings, repairs }) => [...warnings, ...repairs])).toEqual([]);
		const counts = Object.groupBy(questions, ({ kind }) => kind);
		expect(Object.fromEntries(Object.entries(counts).map(([kind, list]) => [kind, list.length]))).toEqual({
			single: 78,
			multiple: 14,
			truefalse: 14,
			numeric: 8,
			ordering: 6
		});
		expect(questions.find(({ code }) => code === 'LS02')?.correct).toEqual({ kind: 'options', options: ['D'] });
		for (const { kind, correct, options } of questions) {
			if (kind === 'numeric') expect(correct).toMatchObject({ kind: 'number', tolerance: '0' });
			if (kind === 'ordering' && correct.kind === 'options') expect(correct.options).toHaveLength(options.length);
		}
	});

	it('20 topics and 20 situations with their lines', async () => {
		expect(valuesOf(await parseTopics(sample('topics.csv'), 'topics.csv'))).toHaveLength(20);
		const situations = valuesOf(await parseSituations(sample('situations.csv'), 'situations.csv'));
		expect(situations).toHaveLength(20);
		expect(situations.every(({ pointsOfAnswer }) => pointsOfAnswer.split('\n').length >= 3)).toBe(true);
	});

	it('3 rubrics in hundredths', async () => {
		const preview = await parseRubrics(sample('rubric.json'), 'rubric.json');
		const rubrics = valuesOf(preview);
		expect(rubrics.map(({ maxCenti, criteria }) => [maxCenti, criteria.length])).toEqual([
			[2000, 5],
			[5000, 7],
			[3000, 5]
		]);
		expect(rubrics.flatMap(({ criteria }) => criteria.flatMap(({ bands }) => bands))).toHaveLength(67);
		expect(rubrics[0]?.criteria[0]?.bands[1]).toMatchObject({ minCenti: 175, maxCenti: 250 });
		expect(preview.notices).toEqual([]);
	});
});

describe('legacy files', () => {
	it('units in NFD are the same units, each repaired cell listed (I-15)', async () => {
		const preview = await parseUnits(sample('legacy/units-nfd.csv'), 'units-nfd.csv');
		const all = valuesOf(await parseUnits(sample('units.csv'), 'units.csv'));
		expect(valuesOf(preview)).toEqual(all.slice(0, 20));
		expect(preview.rows[0]?.repairs).toEqual([
			{ line: 2, column: 'name', code: 'import/repaired-nfc', params: {} },
			{ line: 2, column: 'kind', code: 'import/repaired-nfc', params: {} }
		]);
	});

	it('contestants with ; BOM and CRLF are the same people, the extra column is named', async () => {
		const preview = await contestants('legacy/contestants-semicolon-bom.csv');
		expect(valuesOf(preview)).toEqual(valuesOf(await contestants('contestants.csv')));
		expect(preview.notices.map(({ code, column }) => [code, column])).toEqual([
			['import/bom-removed', null],
			['import/column-ignored', 'average_score']
		]);
	});
});
