// One line of a numbered list with what stands out in it, cut into parts without losing that; it must not know what lists say.

/** How a sign stands out, as bits. */
export const standsOut = { bold: 1, underline: 2, colour: 4, highlight: 8 } as const;

export interface Span {
	/** NFC, with plain blanks and tabs. */
	text: string;
	/** Bits for each UTF-16 unit of the text; empty when nothing stands out. */
	marks: readonly number[];
}

export interface ListLine extends Span {
	line: number;
	/** A blank line stands before it. */
	afterBlank: boolean;
	hasPicture: boolean;
}

/** Blanks of every width as one plain blank each, so that places stay; marks that cannot be seen are taken out before. */
export function plainLine(text: string): string {
	return plainSigns(text).replaceAll(softHyphen, '');
}

/** Cannot be seen either, but is a letter in TCVN3: it goes when the old code has been read. */
export const softHyphen = '\u00ad';

export function plainSigns(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
		.replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
}

export function linesOfText(text: string): ListLine[] {
	const lines: ListLine[] = [];
	let afterBlank = false;
	for (const [at, raw] of text.split(/\n|\u2028|\u2029|\v/).entries()) {
		const plain = plainLine(raw);
		if (plain.trim() === '') afterBlank = true;
		else {
			lines.push({ line: at + 1, text: plain, marks: [], afterBlank, hasPicture: false });
			afterBlank = false;
		}
	}
	return lines;
}

/** The part from one place to another without blanks at its ends. */
export function cut({ text, marks }: Span, from: number, to = text.length): Span {
	const part = text.slice(from, to);
	const start = from + (part.length - part.trimStart().length);
	const end = Math.max(start, from + part.trimEnd().length);
	return { text: text.slice(start, end), marks: marks.slice(start, end) };
}

/** Whether most letters and digits of the text have the bit. */
export function isMostly({ text, marks }: Span, bit: number): boolean {
	let [all, marked] = [0, 0];
	for (let at = 0; at < text.length; at += 1) {
		if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
		all += 1;
		if (((marks[at] ?? 0) & bit) !== 0) marked += 1;
	}
	return all > 0 && marked * 5 >= all * 4;
}
