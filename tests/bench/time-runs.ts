// Times something several times, by the clock and by what the processor spent; it must not know what.

/** All in ms. */
export interface Times {
	/** Spent by the processor in the first run of all, before anything is compiled; not among the others. */
	first: number;
	/** Spent by the processor, on every thread of the process. */
	spent: Spread;
	/** By the clock: on a busy machine it also counts waiting for the processor. */
	clock: Spread;
}

export interface Spread {
	median: number;
	least: number;
	most: number;
}

interface Run {
	spent: number;
	clock: number;
}

/** What each run leaves behind is collected before the next one (`--expose-gc`), not in it. */
export function timeRuns(count: number, run: () => unknown): Times {
	const first = timeOnce(run).spent;
	const runs = Array.from({ length: count }, () => timeOnce(run));
	return { first, spent: spreadOf(runs.map(({ spent }) => spent)), clock: spreadOf(runs.map(({ clock }) => clock)) };
}

function timeOnce(run: () => unknown): Run {
	globalThis.gc?.();
	const beganAt = performance.now();
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return { spent: (user + system) / 1000, clock: performance.now() - beganAt };
}

function spreadOf(times: number[]): Spread {
	const sorted = [...times].sort((a, b) => a - b);
	return {
		median: sorted[Math.floor(sorted.length / 2)] ?? NaN,
		least: sorted[0] ?? NaN,
		most: sorted.at(-1) ?? NaN
	};
}
