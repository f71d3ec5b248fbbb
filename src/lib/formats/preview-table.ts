// Runs one import over one file: table, columns, rows, checks across rows, preview; it must not know any particular import.
import { buildTable } from './build-table.ts';
import { type Columns, knownBy, matchColumns } from './columns.ts';
import { type Preview, type Problem, refusedFile } from './problem.ts';
import { type RawRows, readRawRows } from './read-table.ts';
import type { ImportChoices } from './reading/choices.ts';
import { gridOf, shapeOf } from './reading/table-shape.ts';
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
	what: TableImport<K, T>,
	choices: ImportChoices = {}
): Promise<Preview<T>> {
	const raw = await readRawRows(bytes, knownBy(what.columns), choices);
	if (Array.isArray(raw)) return refusedFile(raw);
	const table = buildTable(raw.rows, raw.repairs, raw.warnings, knownBy(what.columns), choices);
	if (Array.isArray(table)) return { ...refusedFile<T>(table), shape: shapeOf(raw, null, {}) };
	return previewOf(table, what, { raw, choices });
}

/** The same of a table that has been read already; with what it was read from, the preview tells its shape and its raw cells. */
export function previewOf<K extends string, T>(
	table: Table,
	what: TableImport<K, T>,
	{ raw, choices = {} }: { raw?: RawRows; choices?: ImportChoices } = {}
): Preview<T> {
	const { headers, fileProblems, ignored } = matchColumns(table, what.columns, choices.columns);
	const shape = raw && { shape: shapeOf(raw, table, headers) };
	const isOfRow = (line: number | null) => line !== null && line > table.headerLine;
	const notices = [...table.repairs.filter(({ line }) => !isOfRow(line)), ...table.warnings, ...ignored];
	const problems = [...(raw?.undecided ?? []), ...fileProblems];
	if (problems.length > 0) return { ...refusedFile<T>(problems, notices), ...shape };
	const repairs = Map.groupBy(table.repairs, ({ line }) => line);
	const drafts = table.rows.map((cells) => {
		const row = new RowDraft(cells, what.columns, headers);
		row.repairs.push(...(repairs.get(cells.line) ?? []));
		return { row, value: what.readRow(row) };
	});
	const preview = previewOfDrafts(drafts, what, notices);
	const grid = raw && {
		grid: gridOf(
			raw,
			preview.rows.map(({ line }) => line),
			badRows(drafts).map(({ line }) => line)
		)
	};
	return { ...preview, rejected: rejectedOf(table, badRows(drafts)), ...shape, ...grid };
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
