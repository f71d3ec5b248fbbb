// Where two copies of one sheet say different things, field by field; it must not know which of them will hold.
import { formatPoints, parsePoints, type Points } from '#lib/contest/points.ts';
import type { Criterion } from '#lib/contest/rubric.ts';
import { fieldName, wholeComments, type Field } from './sheet-form.ts';
import type { StoredSheet } from './stored-copy.ts';

/** One field of which this device and the server hold different texts. */
export interface Difference extends Field {
	name: string;
	here: string;
	there: string;
	/** Typed on this device; false where only the server's copy has moved on. */
	isTyped: boolean;
}

/** In the order of the sheet. What the server would store alike is alike: «3» is «3,00». */
export function differencesOf(
	{ criteria, language }: { criteria: Criterion[]; language: 'vi' | 'en' },
	here: { marks: Record<string, string>; comments: Record<string, string> },
	there: StoredSheet,
	typed: { has(name: string): boolean }
): Difference[] {
	const written = (mark: Points | null | undefined) => (mark == null ? '' : formatPoints(mark, language));
	const ofCriteria = criteria.flatMap(({ code }): Field[] => [
		{ kind: 'mark', code },
		{ kind: 'comment', code }
	]);
	const ofWhole = wholeComments.map((code): Field => ({ kind: 'comment', code }));
	return [...ofCriteria, ...ofWhole].flatMap((field) => {
		const { kind, code } = field;
		const text = ((kind === 'mark' ? here.marks : here.comments)[code] ?? '').trim();
		const points = kind === 'mark' ? parsePoints(text) : null;
		const ours = points === null ? text : written(points);
		const theirs = kind === 'mark' ? written(there.marks[code]) : (there.comments[code] ?? '');
		const name = fieldName(field);
		return ours === theirs ? [] : [{ ...field, name, here: ours, there: theirs, isTyped: typed.has(name) }];
	});
}
