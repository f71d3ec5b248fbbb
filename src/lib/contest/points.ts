// Points as integers in hundredths and the one rounding rule (R1, R2); it must not know what the points are for.

/** Points in hundredths: 8,75 is 875. Always an integer. */
export type Points = number;

/** A sum of points that has not been rounded yet: `numerator / denominator` hundredths, denominator > 0. */
export interface Ratio {
	numerator: number;
	denominator: number;
}

/** The whole as a ratio. */
export function ratio(points: Points, denominator = 1): Ratio {
	return { numerator: points, denominator };
}

/**
 * R2 Rounding: half away from zero ("làm tròn nửa lên"), applied once, where a part's points are fixed.
 * Exact: integers beyond 2^53 go through BigInt, no float is ever divided.
 */
export function roundHalfUp({ numerator, denominator }: Ratio): Points {
	const sign = numerator < 0 ? -1n : 1n;
	const top = BigInt(numerator) * sign;
	const bottom = BigInt(denominator);
	return Number(sign * ((2n * top + bottom) / (2n * bottom)));
}

/** Reads "8,75", "8.75" or "8" as hundredths; null when it is not a number with at most two decimals and one separator. */
export function parsePoints(text: string): Points | null {
	const match = /^(-?)(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.trim());
	if (!match) return null;
	const points = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
	return match[1] === '-' ? (points === 0 ? 0 : -points) : points;
}

/** Writes hundredths as people read them: 875 → "8,75" (vi) or "8.75" (en). */
export function formatPoints(points: Points, language: 'vi' | 'en' = 'vi', decimals: 0 | 2 = 2): string {
	const sign = points < 0 ? '-' : '';
	const size = Math.abs(points);
	const whole = String(Math.trunc(size / 100));
	if (decimals === 0 && size % 100 === 0) return sign + whole;
	return `${sign}${whole}${language === 'vi' ? ',' : '.'}${String(size % 100).padStart(2, '0')}`;
}
