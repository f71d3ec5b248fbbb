// Runs one import over one file: table, columns, rows, checks across rows, preview; it must not know any particular import.
import { type Columns, knownBy, matchColumns } from './columns.ts';
import { type Preview, type Problem, refusedFile } from './problem.ts';
import { readTable } from './read-table.ts';
import { rejectedOf } from './rejected.ts';
import { RowDraft } from './row-draft.ts';
import type { Table } from './table.ts';

/** A row with the value it would become; null when something in it is wrong. */
export interface Draft<K extends string, T> {
	row: RowDraft<K>;
	value: T | null;
}

export interface TableImport<K extends string, T> {
	columns: Columns<K>;
	/** Value of one row; null after a `row.block(…)`. */
	readRow: (row: RowDraft<K>) => T | null;
	/** Checks that need all rows: they block or warn on the drafts. */
	checkRows?: (drafts: Draft<K, T>[]) => void;
}

export async function previewTable<K extends string, T>(
	bytes: Uint8Array,
	what: TableImport<K, T>
): Promise<Preview<T>> {
	const table = await readTable(bytes, knownBy(what.columns));
	return 'fileProblems' in table ? refusedFile(table.fileProblems) : previewOf(table, what);
}

/** The same of a table that has been read already. */
export function previewOf<K extends string, T>(table: Table, what: TableImport<K, T>): Preview<T> {
	const { headers, fileProblems, ignored } = matchColumns(table, what.columns);
	const isOfRow = (line: number | null) => line !== null && line > table.headerLine;
	const notices = [...table.repairs.filter(({ line }) => !isOfRow(line)), ...table.warnings, ...ignored];
	if (fileProblems.length > 0) return refusedFile(fileProblems, notices);
	const drafts = table.rows.map((cells) => {
		const row = new RowDraft(cells, what.columns, headers);
		row.repairs.push(...table.repairs.filter(({ line }) => line === cells.line));
		return { row, value: what.readRow(row) };
	});
	return { ...previewOfDrafts(drafts, what, notices), rejected: rejectedOf(table, badRows(drafts)) };
}

/** Checks across rows, then the good ones with their values and the bad ones with their reasons. */
export function previewOfDrafts<K extends string, T>(
	drafts: Draft<K, T>[],
	what: TableImport<K, T>,
	notices: Problem[]
): Preview<T> {
	what.checkRows?.(drafts);
	const preview: Preview<T> = { rows: [], problems: [], fileProblems: [], notices, total: drafts.length };
	for (const { row, value } of drafts) {
		const { line, warnings, repairs } = row;
		if (row.isBlocked) preview.problems.push(...row.problems);
		else if (value === null) throw new Error(`row ${line} gave no value and no reason`);
		else preview.rows.push({ line, value, warnings, repairs });
	}
	return preview;
}

function badRows<K extends string, T>(drafts: Draft<K, T>[]): RowDraft<K>[] {
	return drafts.filter(({ row }) => row.isBlocked).map(({ row }) => row);
}
