// Rounding in each mode and to each number of decimals (R2), with the table beside it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio } from '../points.ts';
import { quotient } from '../ratio.ts';
import type { Rounding } from '../rules/rules.ts';
import { roundPoints } from './rounding.ts';

const modes = ['half-up', 'half-even', 'up', 'down'] as const;

/** To one decimal: 8,25 lies half-way between 8,2 and 8,3; 8,35 between 8,3 and 8,4. */
test.each([
	[ratio(825), [830, 820, 830, 820]],
	[ratio(835), [840, 840, 840, 830]],
	[quotient([82_501], [100]), [830, 830, 830, 820]],
	[ratio(824), [820, 820, 830, 820]],
	[ratio(820), [820, 820, 820, 820]],
	[ratio(-825), [-830, -820, -830, -820]]
])('R2 %o to one decimal, half up, half even, up, down', (value, expected) => {
	expect(modes.map((mode) => roundPoints(value, { mode, decimals: 1 }))).toEqual(expected);
});

test('R2 30,0057… is 30,01 to two decimals, 30,0 to one, 30 to none', () => {
	const value = quotient([210_040], [70]);
	expect(([2, 1, 0] as const).map((decimals) => roundPoints(value, { mode: 'half-up', decimals }))).toEqual([
		3001, 3000, 3000
	]);
});

test('R2 what is rounded lies on the grid, less than one grain away, a half at most where halves are rounded', () => {
	const rounding = fc.record({ mode: fc.constantFrom(...modes), decimals: fc.constantFrom(0, 1, 2) });
	fc.assert(
		fc.property(
			rounding as fc.Arbitrary<Rounding>,
			fc.integer({ min: -1_000_000, max: 1_000_000 }),
			fc.integer({ min: 1, max: 5000 }),
			(rules, top, bottom) => {
				const grain = 10 ** (2 - rules.decimals);
				const rounded = roundPoints({ numerator: top, denominator: bottom }, rules);
				// In units of 1 / bottom, so that everything is whole.
				const off = rounded * bottom - top;
				expect(Math.abs(rounded % grain)).toBe(0);
				expect(Math.abs(off)).toBeLessThan(grain * bottom);
				if (rules.mode.startsWith('half')) expect(2 * Math.abs(off)).toBeLessThanOrEqual(grain * bottom);
				if (rules.mode === 'up') expect(Math.abs(rounded * bottom)).toBeGreaterThanOrEqual(Math.abs(top));
				if (rules.mode === 'down') expect(Math.abs(rounded * bottom)).toBeLessThanOrEqual(Math.abs(top));
			}
		),
		{ numRuns: 1000 }
	);
});

test('R2 a fraction of large numbers is rounded as the same fraction of small ones', () => {
	const large = 9_007_199_254_740_881n;
	fc.assert(
		fc.property(
			fc.constantFrom(...modes),
			fc.constantFrom(0, 1, 2),
			fc.integer({ min: -100_000, max: 100_000 }),
			fc.constantFrom(1, 2, 3, 4, 8, 20, 40, 200),
			(mode, decimals, top, bottom) => {
				const rules = { mode, decimals } as Rounding;
				const same = { numerator: BigInt(top) * large, denominator: BigInt(bottom) * large };
				expect(roundPoints(same, rules)).toBe(roundPoints({ numerator: top, denominator: bottom }, rules));
			}
		),
		{ numRuns: 1000 }
	);
});
