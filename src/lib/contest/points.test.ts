// R1 and R2: points are integers in hundredths, and nothing is inexact before it is rounded.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPoints, parsePoints, type Ratio } from './points.ts';
import { absolute, clamp, compareRatios, minus, plus, quotient, times } from './ratio.ts';

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

describe('R2 ratios are exact, however large', () => {
	test('sums and products in lowest terms', () => {
		const third = quotient([1], [3]);
		expect(plus(plus(third, third), third)).toEqual({ numerator: 1, denominator: 1 });
		expect(minus(third, third)).toEqual({ numerator: 0, denominator: 1 });
		expect(absolute(minus(quotient([1], [6]), third))).toEqual({ numerator: 1, denominator: 6 });
		expect(times(third, [6], [4])).toEqual({ numerator: 1, denominator: 2 });
		expect(compareRatios(third, quotient([333_333_333], [1_000_000_000]))).toBe(1);
		expect(clamp(quotient([-1], [2]), quotient([0], [1]), third)).toEqual({ numerator: 0, denominator: 1 });
		expect(() => quotient([1], [0])).toThrow(RangeError);
	});

	test('beyond the safe integers they are big integers, and only there', () => {
		const large = quotient([2 ** 50, 2 ** 50], [3]);
		expect(large).toEqual({ numerator: 2n ** 100n, denominator: 3 });
		expect(times(large, [], [2 ** 50, 2 ** 50])).toEqual({ numerator: 1, denominator: 3 });
		expect(plus({ numerator: Number.MAX_SAFE_INTEGER, denominator: 1 }, quotient([1], [1]))).toEqual({
			numerator: 2n ** 53n,
			denominator: 1
		});
	});

	/** Numbers around the bound, where an inexact product would show. */
	const aRatio = fc
		.record({ top: fc.maxSafeInteger(), bottom: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) })
		.map(({ top, bottom }) => quotient([top], [bottom]));
	const big = ({ numerator, denominator }: Ratio) => [BigInt(numerator), BigInt(denominator)] as const;

	test('whatever is added, compared or multiplied is what big integers give', () => {
		fc.assert(
			fc.property(aRatio, aRatio, aRatio, (a, b, c) => {
				const sum = plus(plus(a, b), c);
				const [n, d] = big(sum);
				const [[an, ad], [bn, bd], [cn, cd]] = [big(a), big(b), big(c)];
				expect(n * ad * bd * cd).toBe((an * bd * cd + bn * ad * cd + cn * ad * bd) * d);
				expect(compareRatios(sum, plus(a, b))).toBe(cn < 0n ? -1 : cn > 0n ? 1 : 0);
				expect(minus(sum, plus(b, c))).toEqual(a);
				if (bn !== 0n)
					expect(times(times(a, [b.numerator], [b.denominator]), [b.denominator], [b.numerator])).toEqual(a);
			}),
			{ numRuns: 1000 }
		);
	});
});
