// Which people of a ceremony were revealed last.
import type { StandingRow } from '#lib/contest/standing-table.ts';

/** Everybody who shares the best place revealed so far; `revealed` has the best first. */
export function newestPlace(revealed: readonly StandingRow[]): StandingRow[] {
	return revealed.filter((row) => row.rank === revealed[0]?.rank);
}
