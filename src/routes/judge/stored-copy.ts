// Keeps what the server last confirmed of a sheet, for a desk that is opened without a network; it must not know what has not been confirmed.
import { parsePoints } from '#lib/contest/points.ts';
import type { Marks } from '#lib/contest/rubric.ts';
import { commentField, markField, type SheetSave } from './sheet-form.ts';

/** A sheet as the server has it. */
export interface StoredSheet {
	version: number;
	marks: Marks;
	comments: Record<string, string>;
	savedAt: number | null;
}

/** Beside the draft of the same judge and turn. `ui/forget-kept.ts` takes all of them away by this beginning. */
const copyOf = (place: string) => place.replace('hoithi_sheet_', 'hoithi_stored_');

export function keepStoredCopy(place: string, stored: StoredSheet): void {
	try {
		const { version, marks, comments, savedAt } = stored;
		localStorage.setItem(copyOf(place), JSON.stringify({ version, marks, comments, savedAt }));
	} catch {
		// A full device shows an older copy without a network, and asks when both meet.
	}
}

export function readStoredCopy(place: string): StoredSheet | null {
	try {
		return JSON.parse(localStorage.getItem(copyOf(place)) ?? 'null') as StoredSheet | null;
	} catch {
		return null;
	}
}

/** The copy with this save in it, where it is the very one the save was made over. */
export function addToStoredCopy(place: string, save: SheetSave, version: number, savedAt: number | null): void {
	const copy = readStoredCopy(place);
	if (copy?.version !== save.version) return;
	keepStoredCopy(place, { ...withSave(copy, save), version, savedAt });
}

function withSave({ marks, comments, ...rest }: StoredSheet, { texts }: SheetSave): StoredSheet {
	const next = { ...rest, marks: { ...marks }, comments: { ...comments } };
	for (const [name, text] of Object.entries(texts)) {
		const code = name.slice(name.indexOf('.') + 1);
		if (name === markField(code)) next.marks[code] = parsePoints(text);
		if (name === commentField(code)) next.comments[code] = text.trim();
	}
	return next;
}
