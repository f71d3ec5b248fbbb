// What was typed into a sheet before its script ran, on a slow tablet; it must not know what a field means.
import type { Criterion } from '#lib/contest/rubric.ts';
import { commentField, markField, wholeComments } from './sheet-form.ts';
import type { SheetDraft } from './sheet-draft.svelte.ts';

let isTaken = false;

/** Gives the draft with it, once for each loading of the document, before the first sheet takes the place of the plain form that came with the page. */
export function takeTypedEarly(draft: SheetDraft, criteria: Criterion[]): SheetDraft {
	if (typeof document === 'undefined' || isTaken) return draft;
	isTaken = true;
	for (const { code } of criteria) {
		typedIn(markField(code), (text) => draft.setMark(code, text));
		typedIn(commentField(code), (text) => draft.setComment(code, text));
	}
	for (const code of wholeComments) typedIn(commentField(code), (text) => draft.setComment(code, text));
	return draft;
}

function typedIn(name: string, take: (text: string) => void): void {
	const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`);
	if (field && field.value !== field.defaultValue) take(field.value);
}
