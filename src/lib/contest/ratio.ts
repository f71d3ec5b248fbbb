// Exact arithmetic on ratios of points, so that nothing is rounded before its time (R2); it must not know what is measured.
import { ratio, type Ratio, type Whole } from './points.ts';

/** `factors` multiplied, divided by `divisors`, in lowest terms. Throws when a divisor is 0: a bug in the rules. */
export function quotient(factors: Whole[], divisors: Whole[]): Ratio {
	const top = smallProduct(factors);
	const bottom = smallProduct(divisors);
	// Exact as long as every product is a safe integer; only larger ones need big integers, which are slow.
	if (top !== null && bottom !== null && bottom > 0) return smallRatio(top, bottom);
	return reduced(product(factors), product(divisors));
}

/** `value × Π factors / Π divisors`. */
export function times({ numerator, denominator }: Ratio, factors: Whole[], divisors: Whole[] = []): Ratio {
	return quotient([numerator, ...factors], [denominator, ...divisors]);
}

export function plus(a: Ratio, b: Ratio): Ratio {
	if (areSmall(a) && areSmall(b)) {
		const top = a.numerator * b.denominator + b.numerator * a.denominator;
		const bottom = a.denominator * b.denominator;
		if (isExact(a.numerator * b.denominator) && isExact(b.numerator * a.denominator) && isExact(top) && isExact(bottom))
			return bottom === 1 ? ratio(top) : smallRatio(top, bottom);
	}
	return reduced(
		BigInt(a.numerator) * BigInt(b.denominator) + BigInt(b.numerator) * BigInt(a.denominator),
		BigInt(a.denominator) * BigInt(b.denominator)
	);
}

export function minus(a: Ratio, { numerator, denominator }: Ratio): Ratio {
	return plus(a, { numerator: negated(numerator), denominator });
}

export function absolute({ numerator, denominator }: Ratio): Ratio {
	return { numerator: numerator < 0 ? negated(numerator) : numerator, denominator };
}

/** Below zero when a < b, zero when they are equal, above zero when a > b. Exact. */
export function compareRatios(a: Ratio, b: Ratio): number {
	if (areSmall(a) && areSmall(b)) {
		if (a.denominator === b.denominator) return Math.sign(a.numerator - b.numerator);
		const left = a.numerator * b.denominator;
		const right = b.numerator * a.denominator;
		if (isExact(left) && isExact(right)) return Math.sign(left - right);
	}
	const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest ratio between `least` and `most`. */
export function clamp(value: Ratio, least: Ratio, most: Ratio): Ratio {
	if (compareRatios(value, least) < 0) return least;
	return compareRatios(value, most) > 0 ? most : value;
}

/** Brings a fraction of big integers into lowest terms. */
function reduced(numerator: bigint, denominator: bigint): Ratio {
	if (denominator === 0n) throw new RangeError('a ratio needs a denominator');
	const sign = denominator < 0n ? -1n : 1n;
	const divisor = bigDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
	return { numerator: whole((numerator * sign) / divisor), denominator: whole((denominator * sign) / divisor) };
}

function smallRatio(top: number, bottom: number): Ratio {
	const divisor = smallDivisor(Math.abs(top), bottom);
	return { numerator: top / divisor || 0, denominator: bottom / divisor };
}

/** Null when the product is not exact as a number. */
function smallProduct(numbers: Whole[]): number | null {
	let result = 1;
	for (const number of numbers) {
		if (typeof number === 'bigint') return null;
		result *= number;
		if (!isExact(result)) return null;
	}
	return result;
}

function smallDivisor(a: number, b: number): number {
	let [larger, smaller] = [a, b];
	while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
	return larger;
}

function bigDivisor(a: bigint, b: bigint): bigint {
	while (b !== 0n) [a, b] = [b, a % b];
	return a;
}

function product(numbers: Whole[]): bigint {
	return numbers.reduce((result: bigint, number) => result * BigInt(number), 1n);
}

function areSmall(value: Ratio): value is { numerator: number; denominator: number } {
	return typeof value.numerator === 'number' && typeof value.denominator === 'number';
}

function isExact(number: number): boolean {
	return Number.isSafeInteger(number);
}

function negated(number: Whole): Whole {
	return typeof number === 'bigint' ? -number : -number || 0;
}

/** One form for one number: a big integer only where a number would not be exact. */
function whole(value: bigint): Whole {
	const number = Number(value);
	return isExact(number) ? number : value;
}
