// The place of a total among others; it must not know whose they are or how they came about.
import type { Points } from './points.ts';

export interface OwnPlace {
	/** 1 for the highest; equal totals share a place. */
	place: number;
	/** How many there are, this one included. */
	of: number;
}

export function placeAmong(total: Points, others: readonly Points[]): OwnPlace {
	return { place: others.filter((other) => other > total).length + 1, of: others.length + 1 };
}
