// R1 and R2: points are integers in hundredths, rounded half up, once.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPoints, parsePoints, roundHalfUp } from './points.ts';
import { clamp, compareRatios, plus, quotient } from './ratio.ts';

describe('R1 points are integers in hundredths', () => {
	test('given 8,75 or 8.75 or 8, when read, then 875 or 800; written back with a comma in Vietnamese', () => {
		expect([parsePoints('8,75'), parsePoints('8.75'), parsePoints('8'), parsePoints('8,5')]).toEqual([
			875, 875, 800, 850
		]);
		expect([formatPoints(875), formatPoints(875, 'en'), formatPoints(800, 'vi', 0), formatPoints(-5)]).toEqual([
			'8,75',
			'8.75',
			'8',
			'-0,05'
		]);
	});

	test.each(['', '8,755', '8,7,5', '1.000,5', 'tám', '1e3', '--1'])(
		'given %j, when read, then it is not a number',
		(text) => {
			expect(parsePoints(text)).toBeNull();
		}
	);

	test('what is written is read back', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -99_999_999, max: 99_999_999 }),
				(points) => parsePoints(formatPoints(points)) === points
			)
		);
	});
});

describe('R2 half up, exactly', () => {
	test.each([
		[5, 2, 3],
		[-5, 2, -3],
		[4, 3, 1],
		[5, 3, 2],
		[0, 7, 0],
		[9_007_199_254_740_991, 2, 4_503_599_627_370_496]
	])('given %i/%i, when rounded, then %i', (numerator, denominator, rounded) => {
		expect(roundHalfUp({ numerator, denominator })).toBe(rounded);
	});

	test('the rounded value is at most half a hundredth away, and a half goes up', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), (numerator, denominator) => {
				const off = BigInt(roundHalfUp({ numerator, denominator })) * BigInt(denominator) - BigInt(numerator);
				return 2n * off <= BigInt(denominator) && 2n * off > -BigInt(denominator);
			})
		);
	});

	test('sums and products of ratios are exact', () => {
		const third = quotient([1], [3]);
		expect(plus(plus(third, third), third)).toEqual({ numerator: 1, denominator: 1 });
		expect(compareRatios(third, quotient([333_333_333], [1_000_000_000]))).toBe(1);
		expect(clamp(quotient([-1], [2]), quotient([0], [1]), third)).toEqual({ numerator: 0, denominator: 1 });
		expect(() => quotient([1], [0])).toThrow(RangeError);
		expect(() => quotient([2 ** 50, 2 ** 50], [1])).toThrow(RangeError);
	});
});
