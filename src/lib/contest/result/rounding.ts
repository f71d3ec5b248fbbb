// How an exact value becomes announced points (R2); it must not know what is measured.
import type { Points, Ratio } from '../points.ts';
import type { Rounding } from '../rules/rules.ts';

/**
 * R2: to 0, 1 or 2 decimals, always as whole hundredths. `half-up` rounds a half away from zero ("làm tròn nửa lên"),
 * `half-even` to the even neighbour, `up` and `down` away from and towards zero. Exact: integers only, and only safe ones.
 *
 * | value  | half-up | half-even | up   | down |   to one decimal
 * | ------ | ------- | --------- | ---- | ---- |
 * | 8,25   | 8,3     | 8,2       | 8,3  | 8,2  |
 * | 8,2501 | 8,3     | 8,3       | 8,3  | 8,2  |
 */
export function roundPoints(
	{ numerator, denominator }: Ratio,
	{ mode, decimals }: Pick<Rounding, 'mode' | 'decimals'>
): Points {
	const grain = 10 ** (2 - decimals);
	const sign = numerator < 0 ? -1 : 1;
	const top = Math.abs(numerator);
	const bottom = denominator * grain;
	if (!Number.isSafeInteger(2 * bottom)) throw new RangeError('a ratio left the safe integers');
	const rest = top % bottom;
	const whole = (top - rest) / bottom;
	return sign * (whole + (goesUp(mode, whole, 2 * rest, bottom) ? 1 : 0)) * grain || 0;
}

function goesUp(mode: Rounding['mode'], whole: number, twiceRest: number, bottom: number): boolean {
	switch (mode) {
		case 'up':
			return twiceRest > 0;
		case 'down':
			return false;
		case 'half-up':
			return twiceRest >= bottom;
		case 'half-even':
			return twiceRest > bottom || (twiceRest === bottom && whole % 2 === 1);
	}
}
