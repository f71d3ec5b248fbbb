// The middle that the sheets of a panel are held against (R126); it must not know judges or thresholds.
import type { Ratio } from '../points.ts';
import { compareRatios, plus, times } from '../ratio.ts';
import type { Divergence } from '../rules/panels.ts';

/** The median where the rules measure by it, else the mean; null without a sheet. */
export function middleOf(metric: Divergence['metric'], totals: Ratio[]): Ratio | null {
	const [first, ...others] = [...totals].sort(compareRatios);
	if (!first) return null;
	const sorted = [first, ...others];
	if (metric !== 'distance-to-median') return times(others.reduce(plus, first), [], [sorted.length]);
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? first;
	const upper = sorted[Math.floor(sorted.length / 2)] ?? first;
	return times(plus(lower, upper), [], [2]);
}
