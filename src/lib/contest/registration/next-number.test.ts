// R266: the number of a new contestant.
import { expect, test } from 'vitest';
import { nextNumber } from './next-number.ts';

test.each([
	[[], 'TS01'],
	[['TS09', 'TS10', 'TS2'], 'TS11'],
	[['TS09'], 'TS10'],
	[['099'], '100'],
	[['A'], 'TS01']
])('R266 after %j comes %s', (taken, next) => {
	expect(nextNumber(taken)).toBe(next);
});
