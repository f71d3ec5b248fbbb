// The ceremony (R55, R56): places revealed from last to first, one place per step; it must not know who presses the key.
import type { Bilingual } from './ids.ts';
import type { StandingRow, StandingTable } from './standing-table.ts';

/** What the hall sees after some steps. */
export interface CeremonyView {
	/** The ranking being revealed; null when there is only one. */
	title: Bilingual | null;
	/** Places of this ranking revealed so far, the best of them first; people who share a place appear together. */
	revealed: StandingRow[];
	/** How many people of this ranking are still to come. */
	hidden: number;
	/** The place revealed by the last step; empty before the first. */
	newest: StandingRow[];
	/** The place of the next step; empty after the last. */
	next: StandingRow[];
	/** Steps taken, never more than there are. */
	step: number;
	/** Steps from the first to the last reveal, over all rankings. */
	steps: number;
}

/**
 * R55: step n shows the n lowest places of a ranking; several rankings follow each other. People without a place (absent,
 * withdrawn) are not part of the ceremony.
 */
export function ceremonyView(tables: readonly StandingTable[], step: number): CeremonyView {
	const rankings = tables.map(({ title, rows }) => ({ title, places: placesFromLast(rows) }));
	const order = rankings.flatMap(({ places }) => places);
	const taken = Math.min(Math.max(0, Math.trunc(step)), order.length);
	let before = 0;
	for (const { title, places } of rankings) {
		const here = taken - before;
		if (here > places.length) {
			before += places.length;
			continue;
		}
		return {
			title: tables.length > 1 ? title : null,
			revealed: places.slice(0, here).reverse().flat(),
			hidden: places.slice(here).reduce((sum, place) => sum + place.length, 0),
			newest: order[taken - 1] ?? [],
			next: order[taken] ?? [],
			step: taken,
			steps: order.length
		};
	}
	return { title: null, revealed: [], hidden: 0, newest: [], next: [], step: 0, steps: 0 };
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
