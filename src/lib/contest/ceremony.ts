// The ceremony (R55, R56): places revealed from last to first, one place per step; it must not know who presses the key.
import type { StandingRow } from './stage.ts';

/** What the hall sees after some steps. */
export interface CeremonyView {
	/** Places revealed so far, the best of them first; people who share a place appear together. */
	revealed: StandingRow[];
	/** How many people are still to come. */
	hidden: number;
	/** Steps taken, never more than there are. */
	step: number;
	/** Steps from the first to the last reveal. */
	steps: number;
}

/** R55: step n shows the n lowest places. People without a place (absent, withdrawn) are not part of the ceremony. */
export function ceremonyView(rows: readonly StandingRow[], step: number): CeremonyView {
	const places = placesFromLast(rows);
	const taken = Math.min(Math.max(0, Math.trunc(step)), places.length);
	const hidden = places.slice(taken).reduce((sum, place) => sum + place.length, 0);
	return { revealed: places.slice(0, taken).reverse().flat(), hidden, step: taken, steps: places.length };
}

/** R56: one step forward or back at a time; null when it would leave the ceremony or jump. */
export function nextCeremonyStep(from: number, to: number, steps: number): number | null {
	if (!Number.isInteger(to) || to < 0 || to > steps) return null;
	return Math.abs(to - from) <= 1 ? to : null;
}

function placesFromLast(rows: readonly StandingRow[]): StandingRow[][] {
	const byRank = new Map<number, StandingRow[]>();
	for (const row of rows) if (row.rank !== null) byRank.set(row.rank, [...(byRank.get(row.rank) ?? []), row]);
	return [...byRank.entries()].sort(([a], [b]) => b - a).map(([, place]) => place);
}
