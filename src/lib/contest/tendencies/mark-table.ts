// The totals of one panel as a table, and the few sums statistics need; fractions are fine here, for no points come of it. It must not know who judges.

/** A row for each contestant, a column for each judge, in hundredths; null where a judge gave nothing. */
export type MarkTable = (number | null)[][];

export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Of at least one value. */
export const mean = (values: number[]): number => sum(values) / values.length;

/** Standard deviation of a whole, not of a sample. */
export function deviation(values: number[]): number {
	const middle = mean(values);
	return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Pearson's; 0 where one of them does not vary. */
export function correlation(ones: number[], others: number[]): number {
	const [one, other] = [mean(ones), mean(others)];
	const both = sum(ones.map((value, at) => (value - one) * ((others[at] ?? other) - other)));
	const scale = ones.length * deviation(ones) * deviation(others);
	return scale > 0 ? Math.max(-1, Math.min(1, both / scale)) : 0;
}
