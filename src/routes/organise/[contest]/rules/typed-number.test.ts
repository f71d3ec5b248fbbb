// Numbers of the rules as people type and read them.
import { expect, test } from 'vitest';
import { readNumber, readNumbers, writeNumber } from './typed-number.ts';

test.each([
	['points', '8,75', 875],
	['points', ' 8.5 ', 850],
	['points', '40', 4000],
	['points', '−0,50', -50],
	['points', '-0', 0],
	['percent', '12 %', 12],
	['count', '20', 20],
	['clock', '10:00', 600_000],
	['clock', '0:15', 15_000],
	['clock', '5', 300_000],
	['seconds', '0,5', 500],
	['seconds', '0,01', 10]
] as const)('%s %s is %d', (unit, text, value) => {
	expect(readNumber(unit, text)).toBe(value);
});

test.each([
	['points', '8,755'],
	['points', '8,7,5'],
	['points', 'tám'],
	['points', ''],
	['points', '5 %'],
	['percent', '12,5'],
	['count', '1e3'],
	['clock', '10:75'],
	['clock', '-1:00'],
	['seconds', '0,0001']
] as const)('%s %j is no number', (unit, text) => {
	expect(readNumber(unit, text)).toBeNull();
});

test.each([
	['points', -50, '-0,50'],
	['points', 4000, '40,00'],
	['percent', 100, '100'],
	['clock', 75_000, '1:15'],
	['seconds', 1000, '1'],
	['seconds', 2500, '2,5'],
	['seconds', 10, '0,01']
] as const)('%s %d is written and read back', (unit, value, text) => {
	expect(writeNumber(unit, value, 'vi')).toBe(text);
	expect(readNumber(unit, text)).toBe(value);
	expect(readNumber(unit, writeNumber(unit, value, 'en'))).toBe(value);
});

test('several numbers stand in one line', () => {
	const isWithin = (value: number) => value > 0;
	expect(readNumbers('points', '40; 30;20 10', isWithin)).toEqual([4000, 3000, 2000, 1000]);
	expect(readNumbers('points', '', isWithin)).toEqual([]);
	expect(readNumbers('points', '40; x', isWithin)).toBeNull();
	expect(readNumbers('points', '40; 0', isWithin)).toBeNull();
});
