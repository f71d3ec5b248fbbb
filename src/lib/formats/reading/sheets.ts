// One sheet of a workbook of any kind → raw rows: the one somebody has chosen, or the first visible one with content; it must not know what columns mean.
import { archiveProblem } from '../archive.ts';
import { type Problem, problem } from '../problem.ts';
import { isBlankRow, type MergedCells, type RawRow, tableLimits } from '../table.ts';
import type { OldCode } from './old-codes.ts';

export interface SheetRows {
	rows: RawRow[];
	merged: MergedCells[];
	hiddenColumns: number[];
	hiddenRows: number;
	/** Columns whose font tells that they are written in an old code. */
	fonts: Map<number, OldCode>;
	/** Found while cells were read; columns by position. */
	repairs: Problem[];
}

/** A workbook whose visible sheets can be read one by one. */
export interface Book {
	sheets: string[];
	read(at: number): Promise<SheetRows | Problem>;
}

type Source = SheetRows & { warnings: Problem[]; sheets: string[]; sheet: string };

export async function readSheetOf(
	bytes: Uint8Array,
	kind: 'xlsx' | 'xls' | 'ods',
	wanted: string | undefined
): Promise<Source | Problem> {
	const refusal = kind === 'xls' ? null : await archiveProblem(bytes, kind);
	if (refusal) return refusal;
	try {
		const book = await openBook(bytes, kind);
		return 'code' in book ? book : await chooseSheet(book, wanted);
	} catch (error) {
		// Readers throw for every kind of damage.
		return /password|encrypt/i.test(String(error))
			? problem('import/encrypted', {})
			: problem('import/not-a-workbook', {});
	}
}

/** Only the reader that is needed is loaded. */
async function openBook(bytes: Uint8Array, kind: 'xlsx' | 'xls' | 'ods'): Promise<Book | Problem> {
	switch (kind) {
		case 'xlsx':
			return (await import('../read-workbook.ts')).openWorkbook(bytes);
		case 'xls':
			return (await import('./old-workbook.ts')).openOldWorkbook(bytes);
		case 'ods':
			return (await import('./open-document.ts')).openDocument(bytes);
	}
}

async function chooseSheet({ sheets, read }: Book, wanted: string | undefined): Promise<Source | Problem> {
	const chosen = wanted === undefined ? -1 : sheets.indexOf(wanted);
	for (const [at, sheet] of sheets.entries()) {
		if (chosen >= 0 && at !== chosen) continue;
		const found = await read(at);
		if ('code' in found) return found;
		if (found.rows.length === 0 && chosen < 0) continue;
		const others = chosen < 0 ? sheets.slice(at + 1).map((name) => `«${name}»`) : [];
		const { hiddenColumns, hiddenRows } = found;
		const warnings = [
			...(others.length > 0 ? [problem('import/sheets-ignored', { sheets: others.join(', ') })] : []),
			...(hiddenColumns.length + hiddenRows > 0
				? [problem('import/hidden-read', { columns: String(hiddenColumns.length), rows: String(hiddenRows) })]
				: [])
		];
		return { ...found, warnings, sheets, sheet };
	}
	return { ...emptySheet(), warnings: [], sheets, sheet: '' };
}

export function emptySheet(): SheetRows {
	return { rows: [], merged: [], hiddenColumns: [], hiddenRows: 0, fonts: new Map(), repairs: [] };
}

/** Adds a row with content; says why when there are too many rows or columns. `index` counts all rows from 0. */
export function addRow(rows: RawRow[], index: number, texts: string[]): Problem | null {
	if (texts.length > tableLimits.columns && !isBlankRow(texts.slice(tableLimits.columns))) {
		return problem('import/too-many-columns', { limit: String(tableLimits.columns) });
	}
	const kept = texts.slice(0, tableLimits.columns);
	if (isBlankRow(kept)) return null;
	rows.push({ line: index + 1, texts: kept });
	// Room for header and titles, build-table.ts counts exactly; blank rows are borne with, but not by the million.
	const limit = tableLimits.rows + tableLimits.headerSearch;
	return rows.length > limit || index > 4 * limit
		? problem('import/too-many-rows', { limit: String(tableLimits.rows) })
		: null;
}

/** 15 digits are what Excel itself keeps and shows; the rest is noise of binary fractions. */
export function numberText(value: number): string {
	return String(Number(value.toPrecision(15))).replace('.', ',');
}

/** A number in a format of zeros alone («000») is a code: it keeps the zeros that are shown. */
export function withShownZeros(value: number, format: string | undefined): string | null {
	if (!format || !/^0{2,15}$/.test(format) || !Number.isInteger(value) || value < 0) return null;
	return String(value).padStart(format.length, '0');
}

export function oldCodeOfFont(name: string): OldCode | null {
	if (/^\.vn/i.test(name)) return 'tcvn3';
	return /^vni[- ]/i.test(name) ? 'vni' : null;
}

/** Fonts of the old code come in twos: .VnTime, and .VnTimeH that shows capitals. */
export function isCapitalFont(name: string): boolean {
	return /^\.vn.*h$/i.test(name);
}
