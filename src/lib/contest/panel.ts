// How the sheets of a panel become one value (R20, R21); it must not know judges, rubrics or parts.
import type { Points, Ratio } from './points.ts';
import { quotient } from './ratio.ts';
import type { Aggregation } from './rules.ts';

export interface Aggregate {
	/** The mean of the sheets that count, exact. */
	value: Ratio;
	/** Positions of the sheets that were left out, ascending; for the printed sheet. */
	dropped: number[];
}

/**
 * R20: the arithmetic mean, never a sum, so that a panel with a missing judge stays comparable. R21: `trimmed` leaves out
 * the `drop` highest and lowest, only with at least `leastPanel` sheets and when any would be left. Of equal sheets the
 * earlier counts as lower; which of them is dropped changes the printed sheet, never the value. No sheets: null.
 */
export function aggregate(aggregation: Aggregation, sheetTotals: Points[]): Aggregate | null {
	if (sheetTotals.length === 0) return null;
	const dropped = droppedSheets(aggregation, sheetTotals);
	const counted = sheetTotals.filter((_, position) => !dropped.includes(position));
	return {
		value: quotient([counted.reduce((sum, total) => sum + total, 0)], [counted.length]),
		dropped
	};
}

function droppedSheets(aggregation: Aggregation, sheetTotals: Points[]): number[] {
	if (aggregation.kind === 'mean' || aggregation.drop <= 0) return [];
	const { drop, leastPanel } = aggregation;
	if (sheetTotals.length < leastPanel || sheetTotals.length <= 2 * drop) return [];
	const fromLow = sheetTotals
		.map((total, position) => ({ total, position }))
		.sort((a, b) => a.total - b.total || a.position - b.position)
		.map(({ position }) => position);
	return [...fromLow.slice(0, drop), ...fromLow.slice(-drop)].sort((a, b) => a - b);
}
