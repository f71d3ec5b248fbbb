// How a table was taken: sheet, header, what each column means, old codes; what a person needs to say otherwise. It must not know any import.
import type { RawRows } from '../read-table.ts';
import type { Table } from '../table.ts';
import { cleanText } from '../vietnamese-text.ts';
import type { OldColumn } from './convert-rows.ts';

export interface TableShape {
	/** Names of the sheets; empty for a file that has none. */
	sheets: string[];
	sheet: string;
	/** First row of the header, and how many rows it takes; null when none was found. */
	header: { line: number; rows: 1 | 2 } | null;
	/** The first rows, among which the header is. */
	top: { line: number; text: string }[];
	columns: ShapeColumn[];
	oldColumns: OldColumn[];
	/** Cells merged over several rows. */
	merged: number;
	/** The same for two files whose headers are the same. */
	signature: string;
}

export interface ShapeColumn {
	position: number;
	header: string;
	examples: string[];
	/** Name of the column of the import; empty for one that is left out. */
	meaning: string;
	isHidden: boolean;
}

/** A row as the file has it, conversions and edits included. */
export interface GridRow {
	line: number;
	texts: string[];
}

const topRows = 8;
const gridRows = 400;

export function shapeOf(
	raw: RawRows,
	table: Table | null,
	headers: Readonly<Record<string, string | undefined>>
): TableShape {
	const meanings = new Map(Object.entries(headers).map(([name, header]) => [header, name]));
	const columns = (table?.columns ?? []).map((column) => ({
		...column,
		meaning: column.header === '' ? '' : (meanings.get(column.header) ?? ''),
		isHidden: raw.hiddenColumns.includes(column.position)
	}));
	return {
		sheets: raw.sheets,
		sheet: raw.sheet,
		header: table && { line: table.header.first, rows: table.header.last > table.header.first ? 2 : 1 },
		top: raw.rows.slice(0, topRows).map(({ line, texts }) => ({
			line,
			text: texts
				.map((text) => cleanText(text))
				.filter(Boolean)
				.join(' · ')
				.slice(0, 120)
		})),
		columns,
		oldColumns: raw.oldColumns,
		merged: raw.merged.length,
		signature: raw.signature
	};
}

/** The raw cells of what a preview shows: the first good rows and the first bad ones. */
export function gridOf({ rows }: RawRows, good: readonly number[], bad: readonly number[]): GridRow[] {
	const wanted = new Set([...good.slice(0, gridRows), ...bad.slice(0, gridRows)]);
	return rows.filter(({ line }) => wanted.has(line)).map(({ line, texts }) => ({ line, texts }));
}
