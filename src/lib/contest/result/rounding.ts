// How an exact value becomes announced points (R2); it must not know what is measured.
import type { Points, Ratio } from '../points.ts';
import type { Rounding } from '../rules/rules.ts';

/**
 * R2: to 0, 1 or 2 decimals, always as whole hundredths. `half-up` rounds a half away from zero ("làm tròn nửa lên"),
 * `half-even` to the even neighbour, `up` and `down` away from and towards zero. Exact, however large the fraction.
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
	if (
		typeof numerator === 'bigint' ||
		typeof denominator === 'bigint' ||
		!Number.isSafeInteger(2 * grain * denominator)
	)
		return roundBig(BigInt(numerator), BigInt(denominator) * BigInt(grain), mode) * grain;
	const sign = numerator < 0 ? -1 : 1;
	const top = Math.abs(numerator);
	const bottom = denominator * grain;
	const rest = top % bottom;
	const whole = (top - rest) / bottom;
	const isUp = goesUp(mode, whole % 2 === 1, Math.sign(rest), Math.sign(2 * rest - bottom));
	return sign * (whole + (isUp ? 1 : 0)) * grain || 0;
}

/** As it is shown beside other values where the rules do not round: to two decimals, a half upwards. */
export function hundredths(value: Ratio): Points {
	return roundPoints(value, { mode: 'half-up', decimals: 2 });
}

/** The same with big integers, which are slow. */
function roundBig(top: bigint, bottom: bigint, mode: Rounding['mode']): number {
	const size = top < 0n ? -top : top;
	const rest = size % bottom;
	const whole = size / bottom;
	const beyondHalf = 2n * rest - bottom;
	const isUp = goesUp(mode, whole % 2n === 1n, rest > 0n ? 1 : 0, beyondHalf < 0n ? -1 : beyondHalf > 0n ? 1 : 0);
	return (top < 0n ? -1 : 1) * Number(whole + (isUp ? 1n : 0n)) || 0;
}

/** `rest` is above 0 or 0; `beyondHalf` below, at or above 0. */
function goesUp(mode: Rounding['mode'], isOdd: boolean, rest: number, beyondHalf: number): boolean {
	switch (mode) {
		case 'up':
			return rest > 0;
		case 'down':
			return false;
		case 'half-up':
			return beyondHalf >= 0;
		case 'half-even':
			return beyondHalf > 0 || (beyondHalf === 0 && isOdd);
	}
}
