// Times as one line: how many, median, 99th percentile, longest.

/** "54 × · median 12 ms · p99 40 ms · max 41 ms". */
export function spread(times: number[]): string {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
	return `${sorted.length} × · median ${at(0.5)} ms · p99 ${at(0.99)} ms · max ${at(1)} ms`;
}
