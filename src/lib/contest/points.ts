// Points as integers in hundredths, and exact ratios of them (R1); it must not know what the points are for.

/** Points in hundredths: 8,75 is 875. Always an integer. */
export type Points = number;

/** A whole number of any size: a big integer only beyond the safe integers, so that equal numbers are equal. */
export type Whole = number | bigint;

/** Points that have not been rounded yet: `numerator / denominator` hundredths, in lowest terms, denominator > 0. */
export interface Ratio {
	numerator: Whole;
	denominator: Whole;
}

/** The whole as a ratio. */
export function ratio(points: Points): Ratio {
	return { numerator: points, denominator: 1 };
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
