// How a score sheet travels in a form: the names of its fields, the same for scripts and for plain posts.

export const markField = (criterion: string) => `mark.${criterion}`;
/** What is written about no criterion: on the whole performance, and for the judge alone. */
export const wholeComments = ['general', 'private'] as const;
export type WholeComment = (typeof wholeComments)[number];

export const commentField = (criterion: string) => `comment.${criterion}`;

export interface SheetFields {
	turnId: string;
	version: string;
	marks: Record<string, string>;
	comments: Record<string, string>;
}

/** By field name, as typed, over this version of the stored sheet. */
export function sheetForm(turnId: string, version: number, texts: ReadonlyMap<string, string>): FormData {
	const form = new FormData();
	form.set('turnId', turnId);
	form.set('version', String(version));
	for (const [name, text] of texts) form.set(name, text);
	return form;
}

/** Files and repeated fields are left out; whether the values are good is for the use case to say. */
export function readSheetFields(form: FormData): SheetFields {
	const marks: Record<string, string> = {};
	const comments: Record<string, string> = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		if (name.startsWith('mark.')) marks[name.slice('mark.'.length)] = value;
		if (name.startsWith('comment.')) comments[name.slice('comment.'.length)] = value;
	}
	return { turnId: String(form.get('turnId') ?? ''), version: String(form.get('version') ?? ''), marks, comments };
}
