// Keeps what a judge has typed and the server has not yet confirmed, on this device; it must not know how it is sent.
//
// In localStorage and not in IndexedDB: it is written before the key press ends, so no closed tab comes between, and a queue of
// 54 sheets with comments is far below what a browser grants (5 million characters; tests/browser/never-lose.spec.ts fills it).
import { commentField, markField, type SheetSave } from './sheet-form.ts';

export interface LocalDraft {
	/** Version of the stored sheet it was typed over. */
	version: number;
	/** Only fields that are not confirmed, as typed. */
	marks: Record<string, string>;
	comments: Record<string, string>;
	/** On its way, perhaps stored: it is decided before anything else of this sheet is sent. */
	sent?: SheetSave | null;
}

const placesOf = (desk: string, judgeId: string) => `hoithi_sheet_${desk}_${judgeId}_`;

/** One place per desk, judge and turn: a tablet may be shared. */
export function placeOf(desk: string, judgeId: string, turnId: string): string {
	return placesOf(desk, judgeId) + turnId;
}

/** Null when nothing is kept or the browser keeps nothing (private windows). */
export function readLocalDraft(place: string): LocalDraft | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
		return isDraft(kept) ? kept : null;
	} catch {
		return null;
	}
}

/** Everything this judge has waiting of one desk on this device, by turn. */
export function readLocalDrafts(desk: string, judgeId: string): Map<string, LocalDraft> {
	const start = placesOf(desk, judgeId);
	const drafts = new Map<string, LocalDraft>();
	for (const place of placesKept()) {
		const draft = place.startsWith(start) ? readLocalDraft(place) : null;
		if (draft) drafts.set(place.slice(start.length), draft);
	}
	return drafts;
}

/** False when this device refuses to keep it: then only the server's copy is safe. */
export function keepLocalDraft(place: string, draft: LocalDraft | null): boolean {
	try {
		if (draft) localStorage.setItem(place, JSON.stringify(draft));
		else localStorage.removeItem(place);
		return true;
	} catch {
		return false;
	}
}

/** Takes away what the server has; what was typed meanwhile stays. Where another save is on its way by now, this one was taken away before it. */
export function forgetSent(place: string, { operation, texts: sent }: SheetSave, version: number): void {
	const kept = readLocalDraft(place);
	if (kept?.sent?.operation !== operation) return;
	const rest = (texts: Record<string, string>, nameOf: (code: string) => string) =>
		Object.fromEntries(Object.entries(texts).filter(([code, text]) => sent[nameOf(code)] !== text));
	const [marks, comments] = [rest(kept.marks, markField), rest(kept.comments, commentField)];
	const isEmpty = Object.keys(marks).length + Object.keys(comments).length === 0;
	keepLocalDraft(place, isEmpty ? null : { version, marks, comments });
}

function placesKept(): string[] {
	try {
		return Object.keys(localStorage);
	} catch {
		return [];
	}
}

function isDraft(kept: unknown): kept is LocalDraft {
	if (typeof kept !== 'object' || kept === null) return false;
	const { version, marks, comments, sent } = kept as Partial<LocalDraft>;
	return typeof version === 'number' && isTexts(marks) && isTexts(comments) && (!sent || isTexts(sent.texts));
}

function isTexts(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
