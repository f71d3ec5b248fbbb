// A drawing of lots as it was committed, revealed and printed, so that anyone can recompute it; it must not draw.
import type { GroupCode } from '../ids.ts';

export interface Draw {
	/** What was drawn, such as "Thứ tự dự thi buổi sáng". */
	title: string;
	/** Running order of contestants, or tickets (topics, situations) for contestants in the given order. */
	kind: 'order' | 'tickets';
	session: GroupCode | null;
	/** The frozen list; its hash is published before the seed is known. */
	items: { id: string; unit: string | null; slot: number | null }[];
	/** The tickets, when `kind` is `tickets`; else empty. */
	tickets: string[];
	constraints: { unitsApart: boolean };
	/** SHA-256 of the frozen list in canonical form. */
	commitment: string;
	/** Who gave which part of the seed, in order. */
	witnesses: { name: string; said: string }[];
	/** The seed as it is used: of the commitment and of what the witnesses said. */
	seed: string;
	/** What came out, in order. */
	result: { id: string; ticket: string | null }[];
	/** Why it was drawn again; null for the first drawing. */
	redrawReason: string | null;
}
