// What was typed into a sheet, and whether submit was pressed, before its script ran on a slow tablet; it must not know what is done with it.
import type { Criterion } from '#lib/contest/rubric.ts';
import { commentField, markField, wholeComments, type TypedText } from './sheet-form.ts';

export interface TypedEarly {
	texts: TypedText[];
	isSubmitPressed: boolean;
}

let isTaken = false;

/** Once for each loading of the document, before the first sheet takes the place of the plain form that came with the page. */
export function typedEarly(criteria: Criterion[]): TypedEarly {
	if (typeof document === 'undefined' || isTaken) return { texts: [], isSubmitPressed: false };
	isTaken = true;
	const codes = criteria.map(({ code }) => code);
	return {
		texts: [
			...codes.flatMap((code) => typedIn({ kind: 'mark', code }, markField(code))),
			...[...codes, ...wholeComments].flatMap((code) => typedIn({ kind: 'comment', code }, commentField(code)))
		],
		isSubmitPressed: document.querySelector('[data-early] [data-pressed]') !== null
	};
}

function typedIn(field: Omit<TypedText, 'text'>, name: string): TypedText[] {
	const input = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(name)}"]`);
	return input && input.value !== input.defaultValue ? [{ ...field, text: input.value }] : [];
}
