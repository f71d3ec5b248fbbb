// What a person types as a number, read the Vietnamese way (R13).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { millionths, readNumber } from './plain-number.ts';

test.each([
	['1587', '1587'],
	['1.587', '1587'],
	['1 587', '1587'],
	['1\u00a0587', '1587'],
	['12.345.678', '12345678'],
	['8,75', '8.75'],
	['1,587', '1.587'],
	['1.587,50', '1587.5'],
	['8.75', '8.75'],
	['1587.5', '1587.5'],
	['0.587', '0.587'],
	[' 007 ', '7'],
	['-3,50', '-3.5'],
	['−3', '-3'],
	['+3', '3'],
	['-0', '0'],
	['0,0', '0']
])('R13 %j is %s', (typed, plain) => {
	expect(readNumber(typed)).toBe(plain);
});

test.each([
	'',
	'ba',
	'1,587.5',
	'1.58.7',
	'12 34',
	'1..5',
	'8,',
	',5',
	'1e5',
	'0,1234567',
	'1234567890123456',
	'1,5,5',
	'0x10'
])('R13 %j is no number, or can be read in two ways', (typed) => {
	expect(readNumber(typed)).toBeNull();
});

test('R13 a number written with grouped thousands and a comma is read as itself', () => {
	fc.assert(
		fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 1, max: 9 }), (whole, tenth) => {
			const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.');
			expect(readNumber(grouped)).toBe(String(whole));
			const sign = whole < 0 ? -1n : 1n;
			expect(millionths(readNumber(`${grouped},${tenth}`) ?? '')).toBe(
				BigInt(whole) * 1_000_000n + sign * BigInt(tenth) * 100_000n
			);
		}),
		{ numRuns: 1000 }
	);
});

test('R14 decimals are compared exactly: 0,3 − 0,2 is 0,1', () => {
	expect(millionths('0.3') - millionths('0.2')).toBe(millionths('0.1'));
	expect(() => millionths('0,3')).toThrow(RangeError);
});
