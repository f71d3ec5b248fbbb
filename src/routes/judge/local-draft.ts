// Keeps what a judge has typed and the server has not yet confirmed, on this device; it must not know how it is sent.

export interface LocalDraft {
	/** Version of the stored sheet it was typed over. */
	version: number;
	/** Only fields that are not confirmed, as typed. */
	marks: Record<string, string>;
	comments: Record<string, string>;
}

/** One place per judge and turn: a tablet may be shared. */
export function placeOf(contestId: string, judgeId: string, turnId: string): string {
	return `hoithi_sheet_${contestId}_${judgeId}_${turnId}`;
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

function isDraft(kept: unknown): kept is LocalDraft {
	if (typeof kept !== 'object' || kept === null) return false;
	const { version, marks, comments } = kept as Partial<LocalDraft>;
	return typeof version === 'number' && isTexts(marks) && isTexts(comments);
}

function isTexts(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
