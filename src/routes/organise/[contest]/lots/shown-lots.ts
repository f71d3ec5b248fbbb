// What the page of lots shows of a draw; it must not know how it is read.
import type { FrozenList } from '#lib/contest/drawing.ts';
import type { Draw } from '#lib/contest/record/draw.ts';

export type LotsKind = 'order' | 'topics' | 'situations';

/** Codes of the stage and of its session (null for the whole stage), and how the address says so. */
export interface LotsPlace {
	stage: string;
	session: string | null;
	search: string;
	/** Title of the session. */
	title: string | null;
}

export interface FrozenLots {
	kind: LotsKind;
	list: FrozenList;
	commitment: string;
	frozenAt: number;
	/** Null until the witnesses have spoken. */
	drawn: DrawnLots | null;
}

export interface DrawnLots {
	kind: LotsKind;
	draw: Draw;
	frozenAt: number;
	drawnAt: number;
}

/** Who or what is in the list, one a line: number, unit, kept place; for tickets their codes. */
export function listLines({ kind, items, tickets }: FrozenList): string[] {
	if (kind === 'tickets') return tickets;
	return items.map(({ id, unit, slot }) => [id, unit, slot].filter((part) => part !== null).join(' · '));
}
