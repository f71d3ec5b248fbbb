// When judges are too far apart (R125–R128): what is measured, and which level of the rules it reaches; it must not know what is done about it.
import { ratio, type Ratio } from '../points.ts';
import { absolute, compareRatios, minus, quotient } from '../ratio.ts';
import type { JudgeCode } from '../record/record.ts';
import type { Divergence, DivergenceLevel } from '../rules/panels.ts';
import { median } from './aggregate.ts';
import type { WeightedSum } from './sheet-total.ts';

export interface MeasuredSheet {
	judge: JudgeCode;
	sum: WeightedSum;
}

export interface Difference {
	/** Position of the level in the rules. */
	level: number;
	/** The sheets that reach it; all of them for the spread. */
	judges: JudgeCode[];
	/** The largest difference: hundredths on the scale of the rubric, or the Q value. */
	measured: Ratio;
}

/**
 * R125: of the levels reached the last one holds; null when none is. R126 distance of each sheet to the mean, or to the
 * median, of all sheets; R127 spread, highest − lowest; R128 Dixon's Q. `rubricMax` (hundredths) is what a share is of.
 */
export function findDifference(
	{ metric, levels }: Divergence,
	sheets: MeasuredSheet[],
	rubricMax: number
): Difference | null {
	if (sheets.length < 2) return null;
	const distances =
		metric === 'spread' ? spread(sheets) : metric === 'dixon-q' ? dixon(sheets) : toMiddle(metric, sheets);
	for (let level = levels.length - 1; level >= 0; level--) {
		const rule = levels[level];
		if (!rule) continue;
		const least = thresholdOf(rule, sheets.length, rubricMax);
		const reached = least === null ? [] : distances.filter(({ distance }) => reaches(rule, distance, least));
		const [first, ...others] = reached;
		if (!first) continue;
		return {
			level,
			judges: reached.map(({ judge }) => judge),
			measured: others.reduce(
				(most, { distance }) => (compareRatios(distance, most) > 0 ? distance : most),
				first.distance
			)
		};
	}
	return null;
}

interface Distance {
	judge: JudgeCode;
	distance: Ratio;
}

function toMiddle(metric: 'distance-to-mean' | 'distance-to-median', sheets: MeasuredSheet[]): Distance[] {
	const sum = sheets.reduce((points, sheet) => points + sheet.sum, 0);
	const middle = metric === 'distance-to-mean' ? quotient([sum], [100 * sheets.length]) : median(sheets);
	return sheets.map(({ judge, sum: own }) => ({
		judge,
		distance: absolute(minus(quotient([own], [100]), middle))
	}));
}

function spread(sheets: MeasuredSheet[]): Distance[] {
	const sums = sheets.map(({ sum }) => sum);
	const distance = quotient([Math.max(...sums) - Math.min(...sums)], [100]);
	return sheets.map(({ judge }) => ({ judge, distance }));
}

/** R128: gap to the nearest neighbour over the whole range, for the highest and the lowest sheet; nothing when all are equal. */
function dixon(sheets: MeasuredSheet[]): Distance[] {
	const sorted = [...sheets].sort((a, b) => a.sum - b.sum);
	const [lowest, second] = sorted;
	const [beforeLast, highest] = sorted.slice(-2);
	if (!lowest || !second || !beforeLast || !highest || highest.sum === lowest.sum) return [];
	const range = highest.sum - lowest.sum;
	return [
		{ judge: lowest.judge, distance: quotient([second.sum - lowest.sum], [range]) },
		{ judge: highest.judge, distance: quotient([highest.sum - beforeLast.sum], [range]) }
	];
}

/** Null where the test says nothing about a panel of this size. */
function thresholdOf({ threshold }: DivergenceLevel, size: number, rubricMax: number): Ratio | null {
	switch (threshold.kind) {
		case 'points':
			return ratio(threshold.points);
		case 'share':
			return quotient([rubricMax, threshold.percent], [100]);
		case 'confidence': {
			const critical = criticalQ[threshold.percent][size - 3];
			return critical === undefined ? null : quotient([critical], [1000]);
		}
	}
}

function reaches({ reached }: DivergenceLevel, distance: Ratio, least: Ratio): boolean {
	const order = compareRatios(distance, least);
	return reached === 'from' ? order >= 0 : order > 0;
}

/** Thousandths of r10 for 3 … 15 sheets (Dean and Dixon 1951, Rorabacher 1991, two-sided). */
const criticalQ: Record<90 | 95 | 99, number[]> = {
	90: [941, 765, 642, 560, 507, 468, 437, 412, 392, 376, 361, 349, 338],
	95: [970, 829, 710, 625, 568, 526, 493, 466, 444, 426, 410, 396, 384],
	99: [994, 926, 821, 740, 680, 634, 598, 568, 542, 522, 503, 488, 475]
};
