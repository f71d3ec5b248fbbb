// Codes of paper sheets, and two entries of one sheet held against each other.
import { describe, expect, test } from 'vitest';
import { chosenAmiss, chosenSheet, paperCode, paperDifferences, readPaperCode } from './paper-sheet.ts';
import type { Criterion } from './rubric.ts';

const criterion = (code: string): Criterion => ({
	code,
	name: `Tiêu chí ${code}`,
	min: 0,
	max: 1000,
	step: 25,
	weight: 100,
	noteRequired: 'never',
	bands: []
});
const criteria = ['A', 'B', 'C'].map(criterion);

describe('the code of a paper sheet', () => {
	test('is the same each time it is printed, and another for another judge or turn', () => {
		expect(paperCode('turn', 'judge')).toBe(paperCode('turn', 'judge'));
		const codes = Array.from({ length: 400 }, (_, each) =>
			paperCode(`turn ${each % 54}`, `judge ${Math.floor(each / 54)}`)
		);
		expect(new Set(codes).size).toBe(400);
		expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/.test(code))).toBe(true);
	});

	test('is read as people type it', () => {
		const code = paperCode('turn', 'judge');
		expect(readPaperCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
		expect(readPaperCode('oil-000')).toBe('011-000');
	});

	test.each(['', '12345', '1234567', 'ABU-123', 'ABÊ-123'])('«%s» is none', (text) => {
		expect(readPaperCode(text)).toBeNull();
	});
});

describe('two entries of one sheet', () => {
	const first = { marks: { A: 100, B: 0, C: 300 }, comments: { A: 'một', C: 'ba' } };
	const second = { marks: { A: 100, B: 25, C: 500 }, comments: { A: 'khác', C: 'năm' } };

	test('differ criterion by criterion; zero is a mark; notes are not compared', () => {
		expect(paperDifferences(criteria, first.marks, second.marks)).toEqual([
			{ code: 'B', name: 'Tiêu chí B', max: 1000, first: 0, second: 25 },
			{ code: 'C', name: 'Tiêu chí C', max: 1000, first: 300, second: 500 }
		]);
		expect(paperDifferences(criteria, { A: null }, {})).toEqual([]);
		expect(paperDifferences(criteria, first.marks, first.marks)).toEqual([]);
	});

	test('one value is chosen for each difference and for nothing else', () => {
		const differences = paperDifferences(criteria, first.marks, second.marks);
		expect(chosenAmiss(differences, { B: 1, C: 2 })).toEqual([]);
		expect(chosenAmiss(differences, { B: 1 })).toEqual(['C']);
		expect(chosenAmiss(differences, { A: 2, B: 1, C: 2 })).toEqual(['A']);
	});

	test('a chosen mark brings its own note along', () => {
		expect(chosenSheet(first, second, { B: 1, C: 2 })).toEqual({
			marks: { A: 100, B: 0, C: 500 },
			comments: { A: 'một', C: 'năm' }
		});
	});
});
