// Finds the header among raw rows and names the cells by it; it must not know where the rows come from.
import { cleanText } from './vietnamese-text.ts';
import { type Problem, problem } from './problem.ts';
import { type RawRow, type Table, type TableRow, tableLimits } from './table.ts';

/** Tells whether a text is a header somebody knows; lets titles stand above the header row. */
export type KnowsHeader = (header: string) => boolean;

/** Raw rows (blank ones left out) → table, or why not. */
export function buildTable(
	raw: RawRow[],
	repairs: Problem[],
	warnings: Problem[],
	knows: KnowsHeader
): Table | Problem[] {
	const at = headerPosition(raw, knows);
	const head = raw[at];
	if (!head) return [problem('import/empty-file', {})];
	const headers = head.texts.map((text) => cleanText(text));
	const refusals = doubledHeaders(headers, head.line);
	if (refusals.length > 0) return refusals;
	const rows = raw.slice(at + 1).map((row) => nameCells(row, headers));
	if (rows.length === 0) return [problem('import/no-rows', {})];
	if (rows.length > tableLimits.rows) return [problem('import/too-many-rows', { limit: String(tableLimits.rows) })];
	const skipped = at > 0 ? [problem('import/rows-above-skipped', { count: String(at) })] : [];
	return {
		headers: headers.filter((header) => header !== ''),
		headerLine: head.line,
		rows,
		repairs: [...repairs, ...skipped].map((repair) => nameColumn(repair, headers)),
		warnings
	};
}

/** The row with the most known headers (at least two) among the first rows; otherwise the first row. */
function headerPosition(raw: RawRow[], knows: KnowsHeader): number {
	let best = { at: 0, known: 1 };
	raw.slice(0, tableLimits.headerSearch).forEach((row, at) => {
		const known = row.texts.filter((text) => knows(cleanText(text))).length;
		if (known > best.known) best = { at, known };
	});
	return best.at;
}

function doubledHeaders(headers: string[], line: number): Problem[] {
	const names = headers.filter((header) => header !== '');
	const doubled = [...new Set(names.filter((header, at) => names.indexOf(header) !== at))];
	return doubled.map((header) => problem('import/double-column', { columns: `«${header}»` }, { line, column: header }));
}

function nameCells(row: RawRow, headers: string[]): TableRow {
	const cells: Record<string, string> = Object.create(null) as Record<string, string>;
	headers.forEach((header, column) => {
		if (header !== '') cells[header] = row.texts[column] ?? '';
	});
	const last = headers.findLastIndex((header) => header !== '');
	return {
		line: row.line,
		cells,
		formulas: (row.formulaColumns ?? []).flatMap((column) => headers[column] || []),
		overflow: row.texts.slice(last + 1).some((text) => text.trim() !== '')
	};
}

/** Repairs made before the header was known carry the position of their column; now it gets its name. */
function nameColumn(repair: Problem, headers: string[]): Problem {
	return repair.column === null ? repair : { ...repair, column: headers[Number(repair.column)] || null };
}
