// R13: reading numbers the Vietnamese way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNumber, readNumber } from './plain-number.ts';

describe('R13 numbers the Vietnamese way', () => {
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
	])('given %j, when read, then %s', (typed, plain) => {
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
	])('given %j, when read, then it is not a number', (typed) => {
		expect(readNumber(typed)).toBeNull();
	});

	test('a number written with grouped thousands is read as itself', () => {
		fc.assert(
			fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
				const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
				return readNumber(grouped) === String(value) && plainNumber.test(String(value));
			})
		);
	});
});
