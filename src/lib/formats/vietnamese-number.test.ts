// Numbers in files, comma or dot, never both.
import { describe, expect, it } from 'vitest';
import { isAmbiguousNumber, parseCount, parseDecimal } from './vietnamese-number.ts';

describe('numbers in files', () => {
	it('reads a decimal comma and a decimal point', () => {
		expect(['8,75', '8.75', '8', '-0', '007', '1,50', '-3,5'].map(parseDecimal)).toEqual([
			'8.75',
			'8.75',
			'8',
			'0',
			'7',
			'1.5',
			'-3.5'
		]);
	});

	it('refuses everything else (I-12)', () => {
		for (const wrong of [
			'1.234,5',
			'1,234.5',
			'1e309',
			'NaN',
			'0x10',
			'٣',
			'1_000',
			`0.${'1'.repeat(30)}`,
			'',
			'+1',
			'１',
			',5',
			'5,',
			'--1',
			'Infinity'
		]) {
			expect(parseDecimal(wrong), wrong).toBeNull();
		}
	});

	it('asks about a number that may have a thousands dot', () => {
		expect(['1.587', '12.000'].map(isAmbiguousNumber)).toEqual([true, true]);
		expect(['0.125', '1587', '1.58', '1,587', '1.5875'].some(isAmbiguousNumber)).toBe(false);
	});

	it('reads counts', () => {
		expect(['78', '1.587', '0', '1.234.567'].map(parseCount)).toEqual([78, 1587, 0, 1_234_567]);
		expect(['-1', '1,5', '1.58', '1,587', '', '78 người', '0.125', '٣'].map(parseCount)).toEqual(Array(8).fill(null));
	});
});
