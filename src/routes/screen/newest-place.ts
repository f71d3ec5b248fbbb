// Which people of a ceremony were revealed last, and how many steps that took.
import type { StandingRow } from '#lib/contest/standing-table.ts';

/** Everybody who shares the best place revealed so far; `revealed` has the best first. */
export function newestPlace(revealed: readonly StandingRow[]): StandingRow[] {
	return revealed.filter((row) => row.rank === revealed[0]?.rank);
}

/** One step reveals one place, however many share it (R55). */
export function stepsTaken(revealed: readonly StandingRow[]): number {
	return new Set(revealed.map((row) => row.rank)).size;
}
