// Finds the header among the first rows of a sheet, in one row or in two; it must not know what the headers mean, only whether they are known.
import type { KnowsHeader } from './build-table.ts';
import { type RawRow, tableLimits } from './table.ts';
import { cleanText } from './vietnamese-text.ts';

export interface FoundHeader {
	/** Place of its first row among the rows, and how many it takes. */
	at: number;
	rows: 1 | 2;
	/** The same as a spreadsheet numbers rows. */
	first: number;
	last: number;
	/** By position; empty where there is none. */
	headers: string[];
}

/** The row with the most known headers (at least two) among the first rows, otherwise the first; with its neighbour where both make one header. */
export function findHeader(raw: readonly RawRow[], knows: KnowsHeader): FoundHeader | null {
	const isKnown = (text: string) => knows(cleanText(text));
	let best = { at: 0, known: 1 };
	raw.slice(0, tableLimits.headerSearch).forEach((row, at) => {
		const known = row.texts.filter(isKnown).length;
		if (known > best.known) best = { at, known };
	});
	const row = raw[best.at];
	if (!row) return null;
	const [above, below] = [raw[best.at - 1], raw[best.at + 1]];
	if (best.known > 1 && above && above.line === row.line - 1 && standsOver(above, row, isKnown))
		return joined(best.at - 1, above, row, isKnown);
	if (best.known > 1 && below && below.line === row.line + 1 && standsUnder(below, row, isKnown))
		return joined(best.at, row, below, isKnown);
	return single(best.at, row);
}

/** The header a person has pointed at; null when no such row has content. */
export function headerAt(
	raw: readonly RawRow[],
	{ line, rows }: { line: number; rows: 1 | 2 },
	knows: KnowsHeader
): FoundHeader | null {
	const at = raw.findIndex((row) => row.line === line);
	const [upper, lower] = [raw[at], raw[at + 1]];
	if (!upper) return null;
	return rows === 2 && lower ? joined(at, upper, lower, (text) => knows(cleanText(text))) : single(at, upper);
}

function single(at: number, { line, texts }: RawRow): FoundHeader {
	return { at, rows: 1, first: line, last: line, headers: texts.map((text) => cleanText(text)) };
}

/** A known header in the upper row where the lower one has none: the upper one runs down through both. */
function standsOver(upper: RawRow, lower: RawRow, isKnown: (text: string) => boolean): boolean {
	return upper.texts.some((text, at) => isKnown(text) && (lower.texts[at] ?? '').trim() === '');
}

/** The lower row fills nothing but what the upper one spans or leaves blank, and a known header is among it. */
function standsUnder(lower: RawRow, upper: RawRow, isKnown: (text: string) => boolean): boolean {
	const filled = lower.texts.flatMap((text, at) => (text.trim() === '' ? [] : [at]));
	const blank = (at: number) => (upper.texts[at] ?? '').trim() === '';
	return (
		filled.some((at) => isKnown(lower.texts[at] ?? '')) &&
		filled.every((at) => blank(at) || (at + 1 < upper.texts.length && blank(at + 1)))
	);
}

/** Below a heading that spans columns («Ngày sinh» over «Nam» and «Nữ») the lower text counts if it is known by itself, else both together. */
function joined(at: number, upper: RawRow, lower: RawRow, isKnown: (text: string) => boolean): FoundHeader {
	let over = '';
	const width = Math.max(upper.texts.length, lower.texts.length);
	const headers = Array.from({ length: width }, (_, position) => {
		const [top, bottom] = [cleanText(upper.texts[position] ?? ''), cleanText(lower.texts[position] ?? '')];
		if (top !== '') over = top;
		if (bottom === '') return top;
		if (top === '' && over === '') return bottom;
		return isKnown(bottom) ? bottom : `${over} · ${bottom}`;
	});
	return { at, rows: 2, first: upper.line, last: lower.line, headers };
}
