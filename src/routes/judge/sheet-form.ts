// How a score sheet travels in a form: the names of its fields, the same for scripts and for plain posts.

export const markField = (criterion: string) => `mark.${criterion}`;
/** What is written about no criterion: on the whole performance, and for the judge alone. */
export const wholeComments = ['general', 'private'] as const;
export type WholeComment = (typeof wholeComments)[number];

export const commentField = (criterion: string) => `comment.${criterion}`;

/** The code is that of a criterion, or of a whole comment. */
export type Field = { kind: 'mark' | 'comment'; code: string };
export type TypedText = Field & { text: string };
export const fieldName = ({ kind, code }: Field) => (kind === 'mark' ? markField(code) : commentField(code));

export interface SheetFields {
	turnId: string;
	version: string;
	operation: string | null;
	marks: Record<string, string>;
	comments: Record<string, string>;
}

/** One save, the same however often it is sent: nobody knows whether it has arrived before the server has answered. */
export interface SheetSave {
	operation: string;
	/** Of the stored sheet it was made over. */
	version: number;
	/** By field name, as typed. */
	texts: Record<string, string>;
}

/** UUID v4. Not the one of `live/outbox.ts`, which phones would then load in a file of its own. */
export function nameSave(): string {
	const [...bytes] = crypto.getRandomValues(new Uint8Array(16));
	const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
	const variant = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		variant.toString(16) + hex.slice(18, 20),
		hex.slice(20)
	].join('-');
}

export function sheetForm(turnId: string, version: number, texts: Record<string, string>): FormData {
	const form = new FormData();
	form.set('turnId', turnId);
	form.set('version', String(version));
	for (const [name, text] of Object.entries(texts)) form.set(name, text);
	return form;
}

export function saveForm(turnId: string, { operation, version, texts }: SheetSave): FormData {
	const form = sheetForm(turnId, version, texts);
	form.set('operation', operation);
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
	const text = (name: string) => String(form.get(name) ?? '');
	return { turnId: text('turnId'), version: text('version'), operation: text('operation') || null, marks, comments };
}
