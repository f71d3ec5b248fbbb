// Which moments of a running clock are spoken aloud; it must not know the words nor read a clock itself.

export type Milestone = 'half' | 30 | 10 | 'over';

/** The milestone passed between two looks at the clock (the last one, if several), or null. All in milliseconds. */
export function milestonePassed(beforeMs: number, leftMs: number, totalMs: number): Milestone | null {
	const moments: [Milestone, number][] = [
		['over', 0],
		[10, 10_000],
		[30, 30_000],
		['half', totalMs / 2]
	];
	const passed = moments
		.filter(([, at]) => at < totalMs && beforeMs > at && leftMs <= at)
		.sort(([, one], [, other]) => one - other);
	return passed[0]?.[0] ?? null;
}
