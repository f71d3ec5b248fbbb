// How the sheets of a panel become one value (R20, R21, R121–R124); it must not know why a sheet counts.
import { ratio, type Ratio } from '../points.ts';
import { plus, quotient, times } from '../ratio.ts';
import type { JudgeCode } from '../record/record.ts';
import type { Aggregation, CountedRole, JudgeRole } from '../rules/panels.ts';
import type { WeightedSum } from './sheet-total.ts';

export interface CountedSheet {
	judge: JudgeCode;
	role: JudgeRole;
	sum: WeightedSum;
}

export interface Aggregate {
	/** In hundredths on the scale of the rubric; null when the sheets do not give one. */
	value: Ratio | null;
	droppedHigh: JudgeCode[];
	droppedLow: JudgeCode[];
}

/**
 * R20 mean. R121 weighted mean, by the role of the judge; a role that is not named weighs 1. R122 median. R123 sum.
 * R21 trimmed: the highest and lowest are left out if the panel is large enough; of equal sheets the one of the earlier
 * judge code counts as lower, so that the printed sheet is always the same. R124 consensus: a value only if all are equal.
 */
export function aggregate(aggregation: Aggregation, sheets: CountedSheet[], leastSheets: number): Aggregate {
	const none: Aggregate = { value: null, droppedHigh: [], droppedLow: [] };
	if (sheets.length === 0 || sheets.length < leastSheets) return none;
	switch (aggregation.kind) {
		case 'mean':
			return { ...none, value: mean(sheets) };
		case 'sum':
			return { ...none, value: quotient([total(sheets)], [100]) };
		case 'weighted-mean':
			return { ...none, value: weightedMean(sheets, aggregation.weights) };
		case 'median':
			return { ...none, value: median(sheets) };
		case 'consensus':
			return { ...none, value: sheets.every(({ sum }) => sum === sheets[0]?.sum) ? mean(sheets) : null };
		case 'trimmed':
			return trimmed(aggregation, sheets);
	}
}

function total(sheets: CountedSheet[]): number {
	let sum = 0;
	for (const sheet of sheets) sum += sheet.sum;
	return sum;
}

function mean(sheets: CountedSheet[]): Ratio {
	return quotient([total(sheets)], [100 * sheets.length]);
}

/** Null when nobody's sheet weighs anything: rules that are still being written. */
function weightedMean(sheets: CountedSheet[], ofRoles: { role: CountedRole; weight: number }[]): Ratio | null {
	const weightOf = (role: JudgeRole) => ofRoles.find((each) => each.role === role)?.weight ?? 1;
	let sum: Ratio = ratio(0);
	let weights = 0;
	for (const { sum: own, role } of sheets) {
		sum = plus(sum, quotient([own, weightOf(role)], [100]));
		weights += weightOf(role);
	}
	return weights > 0 ? times(sum, [], [weights]) : null;
}

/** The middle sheet, or the mean of the two middle ones. */
export function median(sheets: { sum: WeightedSum }[]): Ratio {
	const sums = sheets.map(({ sum }) => sum).sort((a, b) => a - b);
	const middle = Math.floor(sums.length / 2);
	const upper = sums[middle] ?? 0;
	return sums.length % 2 === 1 ? quotient([upper], [100]) : quotient([(sums[middle - 1] ?? 0) + upper], [200]);
}

function trimmed(
	{ high, low, leastPanel }: Extract<Aggregation, { kind: 'trimmed' }>,
	sheets: CountedSheet[]
): Aggregate {
	if (sheets.length < leastPanel || sheets.length <= high + low)
		return { value: mean(sheets), droppedHigh: [], droppedLow: [] };
	const fromLow = [...sheets].sort((a, b) => a.sum - b.sum || (a.judge < b.judge ? -1 : 1));
	const codes = (some: CountedSheet[]) => some.map(({ judge }) => judge);
	return {
		value: mean(fromLow.slice(low, fromLow.length - high)),
		droppedHigh: codes(fromLow.slice(fromLow.length - high)),
		droppedLow: codes(fromLow.slice(0, low))
	};
}
