// Bytes of a file somebody chose → one table, whatever format it really has; it must not know what the columns mean.
import { buildTable, type KnowsHeader } from './build-table.ts';
import { decodeText } from './decode-text.ts';
import { fileKind } from './file-kind.ts';
import { oldFontExample } from './old-font.ts';
import { type Problem, problem } from './problem.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { isBlankRow, type RawRow, type Table, tableLimits } from './table.ts';

const knowsNothing: KnowsHeader = () => false;

/**
 * CSV (UTF-8 strict, or UTF-16 with its mark; `,` `;` or tab; Excel's `sep=` line) or .xlsx, told apart by content.
 * At most 5 MB, 5,000 rows, 60 columns. `knows` tells known headers and makes finding separator and header row sure.
 */
export async function readTable(
	bytes: Uint8Array,
	knows: KnowsHeader = knowsNothing
): Promise<Table | { fileProblems: Problem[] }> {
	const table = await read(bytes, knows);
	return Array.isArray(table) ? { fileProblems: table } : table;
}

async function read(bytes: Uint8Array, knows: KnowsHeader): Promise<Table | Problem[]> {
	const read = await readRawRows(bytes, knows);
	return Array.isArray(read) ? read : buildTable(read.rows, read.repairs, read.warnings, knows);
}

export interface RawRows {
	rows: RawRow[];
	repairs: Problem[];
	warnings: Problem[];
}

/** The rows before a header is looked for among them, or why there are none. */
export async function readRawRows(bytes: Uint8Array, knows: KnowsHeader): Promise<RawRows | Problem[]> {
	if (bytes.length === 0) return [problem('import/empty-file', {})];
	if (bytes.length > tableLimits.bytes) return [problem('import/too-big', { limit: '5 MB' })];
	const kind = fileKind(bytes);
	if (typeof kind !== 'string') return [kind];
	if (kind === 'workbook') {
		const workbook = await readWorkbook(bytes);
		return 'code' in workbook ? [workbook] : { ...workbook, repairs: [] };
	}
	const decoded = decodeText(bytes);
	if ('code' in decoded) return [decoded];
	const csv = readCsv(decoded.text, knows);
	if ('code' in csv) return [csv];
	const example = oldFontExample(csv.rows.filter(({ texts }) => !isBlankRow(texts)).flatMap(({ texts }) => texts));
	if (example !== null) return [problem('import/old-font', { example })];
	return { rows: csv.rows, repairs: [...decoded.repairs, ...csv.repairs], warnings: [] };
}
