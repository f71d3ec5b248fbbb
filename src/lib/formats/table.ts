// The shape every table file is read into, and its limits; it must not know file formats nor what the columns mean.
import type { Problem } from './problem.ts';

export const tableLimits = {
	bytes: 5 * 1024 * 1024,
	rows: 5_000,
	columns: 60,
	/** Rows looked at for the header when titles stand above it. */
	headerSearch: 20
} as const;

export interface TableRow {
	/** Row number as a spreadsheet shows it: header usually 1, blank rows counted. */
	line: number;
	/** Text of each cell by header, exactly as in the file. */
	cells: Record<string, string>;
	/** Headers of cells that hold a formula (only workbooks have them). */
	formulas: string[];
	/** Text stands right of the last header: usually an unquoted separator inside a cell. */
	overflow: boolean;
}

export interface TableColumn {
	/** From 0. */
	position: number;
	/** As written in the file, trimmed; empty when the file names none. */
	header: string;
	/** Text of its first filled cells. */
	examples: string[];
}

export interface Table {
	/** As written in the file, trimmed; empty headers are left out together with their cells. */
	headers: string[];
	/** Every column with a header or content. */
	columns: TableColumn[];
	/** Rows of the header: the first and the last, as a spreadsheet numbers them. */
	header: { first: number; last: number };
	/** Row number of the header's last row. */
	headerLine: number;
	/** Rows with content. */
	rows: TableRow[];
	/** What was repaired on the way in (byte order mark, encoding, escaping apostrophes, rows above the header). */
	repairs: Problem[];
	/** What was passed over, such as further sheets. */
	warnings: Problem[];
}

/** A row of raw text before the header is known. */
export interface RawRow {
	line: number;
	texts: string[];
	formulaColumns?: number[];
	/** Columns whose font shows every letter as a capital. */
	capitals?: number[];
}

/** Cells joined into one, ends included, counted from 0 as columns and from 1 as rows. */
export interface MergedCells {
	top: number;
	bottom: number;
	left: number;
	right: number;
}

export function isBlankRow(texts: readonly string[]): boolean {
	return texts.every((text) => text.trim() === '');
}

/** 0 → A, 25 → Z, 26 → AA: how a spreadsheet names a column. */
export function columnLetter(position: number): string {
	const before = Math.floor(position / 26);
	return (before > 0 ? columnLetter(before - 1) : '') + String.fromCharCode(65 + (position % 26));
}
