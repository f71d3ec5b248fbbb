// Bytes of a file somebody chose → one table, whatever format it really has; it must not know what the columns mean.
import { archiveHolds } from './archive.ts';
import { buildTable, type KnowsHeader } from './build-table.ts';
import { decodeAnyText } from './reading/decode-any-text.ts';
import { fileKind } from './file-kind.ts';
import { type Problem, problem } from './problem.ts';
import { findHeader } from './find-header.ts';
import { readCsv } from './read-csv.ts';
import type { ImportChoices } from './reading/choices.ts';
import { convertRows, type OldColumn } from './reading/convert-rows.ts';
import { mendRows } from './reading/mend-rows.ts';
import type { OldCode } from './reading/old-codes.ts';
import { readSheetOf, type SheetRows } from './reading/sheets.ts';
import { foldVietnamese } from './vietnamese-text.ts';
import { columnLetter, type MergedCells, type RawRow, type Table, tableLimits } from './table.ts';

const knowsNothing: KnowsHeader = () => false;

/**
 * CSV (UTF-8 strict, or UTF-16 with its mark; `,` `;` or tab; Excel's `sep=` line), .xlsx, .xls or .ods, told apart by content.
 * At most 5 MB, 5,000 rows, 60 columns. `knows` tells known headers and makes finding separator and header row sure.
 */
export async function readTable(
	bytes: Uint8Array,
	knows: KnowsHeader = knowsNothing
): Promise<Table | { fileProblems: Problem[] }> {
	const raw = await readRawRows(bytes, knows);
	if (Array.isArray(raw)) return { fileProblems: raw };
	const table = buildTable(raw.rows, raw.repairs, raw.warnings, knows);
	if (Array.isArray(table)) return { fileProblems: table };
	return raw.undecided.length > 0 ? { fileProblems: raw.undecided } : table;
}

export interface RawRows {
	rows: RawRow[];
	repairs: Problem[];
	warnings: Problem[];
	/** Names of all sheets a person could choose; empty for text. */
	sheets: string[];
	sheet: string;
	/** Merged over several rows. */
	merged: MergedCells[];
	hiddenColumns: number[];
	oldColumns: OldColumn[];
	/** The same for two files whose headers, as the file itself shows them, are the same. */
	signature: string;
	/** Why the rows may not be taken before somebody has said how they are written. */
	undecided: Problem[];
}

/** The rows before a header is looked for among them, converted, filled and mended as was chosen; or why there are none. */
export async function readRawRows(
	bytes: Uint8Array,
	knows: KnowsHeader,
	choices: ImportChoices = {}
): Promise<RawRows | Problem[]> {
	if (bytes.length === 0) return [problem('import/empty-file', {})];
	if (bytes.length > tableLimits.bytes) return [problem('import/too-big', { limit: '5 MB' })];
	const read = await readSource(bytes, knows, choices.sheet);
	if ('code' in read) return [read];
	const { rows, oldColumns, undecided } = convertRows(read.rows, read.fonts, choices.fonts);
	const merged = read.merged.filter(({ top, bottom }) => bottom > top);
	const mended = mendRows(rows, merged, choices);
	const converted = oldColumns.filter(({ position }) => choices.fonts?.[String(position)] !== 'keep');
	const said = [
		...(converted.length > 0 && undecided === null
			? [problem('import/old-code-converted', { columns: converted.map(sayOldColumn).join(', ') })]
			: []),
		...(merged.length > 0 && !choices.fillMerged
			? [problem('import/merged-cells', { count: String(merged.length) })]
			: [])
	];
	return {
		...read,
		rows: mended.rows,
		repairs: [...read.repairs, ...mended.repairs],
		warnings: [...read.warnings, ...said],
		merged,
		oldColumns,
		signature: (findHeader(rows, knows)?.headers ?? []).map(foldVietnamese).join('|'),
		undecided: undecided === null ? [] : [problem('import/old-font', { example: undecided })]
	};
}

function sayOldColumn({ position, code }: OldColumn): string {
	return `${columnLetter(position)} (${code === 'tcvn3' ? 'TCVN3' : 'VNI'})`;
}

type Source = SheetRows & { repairs: Problem[]; warnings: Problem[]; sheets: string[]; sheet: string };

async function readSource(bytes: Uint8Array, knows: KnowsHeader, sheet: string | undefined): Promise<Source | Problem> {
	const kind = fileKind(bytes);
	if (typeof kind !== 'string') return kind;
	if (kind === 'old-workbook') return readSheetOf(bytes, 'xls', sheet);
	if (kind === 'workbook') return readSheetOf(bytes, archiveHolds(bytes, 'content.xml') ? 'ods' : 'xlsx', sheet);
	const decoded = decodeAnyText(bytes);
	if ('code' in decoded) return decoded;
	const csv = readCsv(decoded.text, knows);
	if ('code' in csv) return csv;
	return {
		rows: csv.rows,
		repairs: [...decoded.repairs, ...csv.repairs],
		warnings: [],
		sheets: [],
		sheet: '',
		merged: [],
		hiddenColumns: [],
		hiddenRows: 0,
		fonts: new Map<number, OldCode>()
	};
}
