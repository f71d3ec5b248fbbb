// Exact arithmetic on ratios of points, so that nothing is rounded before its time (R2); it must not know what is measured.
import type { Ratio } from './points.ts';

/** Brings a fraction of big integers into lowest terms. Throws when the result leaves the safe integers: a bug in the rules. */
export function reduced(numerator: bigint, denominator: bigint): Ratio {
	if (denominator === 0n) throw new RangeError('a ratio needs a denominator');
	const sign = denominator < 0n ? -1n : 1n;
	const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
	return { numerator: safe((numerator * sign) / divisor), denominator: safe((denominator * sign) / divisor) };
}

/** `factors` multiplied, divided by `divisors`, in lowest terms. All are safe integers. */
export function quotient(factors: number[], divisors: number[]): Ratio {
	const top = smallProduct(factors);
	const bottom = smallProduct(divisors);
	// Exact as long as every product is a safe integer; only larger ones need big integers, which are slow.
	if (top !== null && bottom !== null && bottom > 0) {
		const divisor = smallDivisor(Math.abs(top), bottom);
		return { numerator: top / divisor || 0, denominator: bottom / divisor };
	}
	return reduced(product(factors), product(divisors));
}

/** Null when the product leaves the safe integers. */
function smallProduct(numbers: number[]): number | null {
	let result = 1;
	for (const number of numbers) {
		result *= number;
		if (!Number.isSafeInteger(result)) return null;
	}
	return result;
}

function smallDivisor(a: number, b: number): number {
	let [larger, smaller] = [a, b];
	while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
	return larger;
}

export function plus(a: Ratio, b: Ratio): Ratio {
	if (a.denominator === b.denominator) {
		const sum = a.numerator + b.numerator;
		// Whole hundredths, the commonest case, are in lowest terms already.
		if (a.denominator === 1 && Number.isSafeInteger(sum)) return { numerator: sum, denominator: 1 };
	}
	return reduced(
		BigInt(a.numerator) * BigInt(b.denominator) + BigInt(b.numerator) * BigInt(a.denominator),
		BigInt(a.denominator) * BigInt(b.denominator)
	);
}

/** Below zero when a < b, zero when they are equal, above zero when a > b. Exact. */
export function compareRatios(a: Ratio, b: Ratio): number {
	if (a.denominator === b.denominator) return Math.sign(a.numerator - b.numerator);
	// A product that is a safe integer is exact; only larger ones need big integers.
	const left = a.numerator * b.denominator;
	const right = b.numerator * a.denominator;
	if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return Math.sign(left - right);
	const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest ratio between `least` and `most`. */
export function clamp(value: Ratio, least: Ratio, most: Ratio): Ratio {
	if (compareRatios(value, least) < 0) return least;
	return compareRatios(value, most) > 0 ? most : value;
}

function product(numbers: number[]): bigint {
	return numbers.reduce((result, number) => result * BigInt(number), 1n);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	while (b !== 0n) [a, b] = [b, a % b];
	return a;
}

function safe(value: bigint): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number)) throw new RangeError('a ratio left the safe integers');
	return number;
}
