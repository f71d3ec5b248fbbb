// Finds the header among raw rows and names the cells by it; it must not know where the rows come from.
import { type FoundHeader, findHeader, headerAt } from './find-header.ts';
import { type Problem, problem } from './problem.ts';
import type { ImportChoices } from './reading/choices.ts';
import { columnLetter, type RawRow, type Table, type TableColumn, type TableRow, tableLimits } from './table.ts';

/** Tells whether a text is a header somebody knows; lets titles stand above the header row. */
export type KnowsHeader = (header: string) => boolean;

const examplesKept = 3;

/** Raw rows (blank ones left out) → table, or why not. With chosen columns, unnamed and doubled headers are told apart by their letter. */
export function buildTable(
	raw: RawRow[],
	repairs: Problem[],
	warnings: Problem[],
	knows: KnowsHeader,
	{ header: chosen, columns: meanings }: ImportChoices = {}
): Table | Problem[] {
	const found = (chosen && headerAt(raw, chosen, knows)) ?? findHeader(raw, knows);
	if (!found) return [problem('import/empty-file', {})];
	const doubled = doubledHeaders(found);
	if (doubled.length > 0 && !meanings) return doubled;
	const body = raw.slice(found.at + found.rows);
	const headers = meanings ? toldApart(found.headers, body) : found.headers;
	const rows = body.map((row) => nameCells(row, headers));
	if (rows.length === 0) return [problem('import/no-rows', {})];
	if (rows.length > tableLimits.rows) return [problem('import/too-many-rows', { limit: String(tableLimits.rows) })];
	const skipped = found.at > 0 ? [problem('import/rows-above-skipped', { count: String(found.at) })] : [];
	return {
		headers: headers.filter((header) => header !== ''),
		columns: columnsOf(headers, body),
		header: { first: found.first, last: found.last },
		headerLine: found.last,
		rows,
		repairs: [...repairs, ...skipped].map((repair) => nameColumn(repair, headers)),
		warnings
	};
}

function doubledHeaders({ headers, last }: FoundHeader): Problem[] {
	const names = headers.filter((header) => header !== '');
	const doubled = [...new Set(names.filter((header, at) => names.indexOf(header) !== at))];
	return doubled.map((header) =>
		problem('import/double-column', { columns: `«${header}»` }, { line: last, column: header })
	);
}

function toldApart(headers: string[], body: readonly RawRow[]): string[] {
	const width = Math.max(headers.length, ...body.map(({ texts }) => texts.length));
	return Array.from({ length: width }, (_, position) => {
		const header = headers[position] ?? '';
		if (header === '') return columnLetter(position);
		return headers.indexOf(header) < position ? `${header} (${columnLetter(position)})` : header;
	});
}

function columnsOf(headers: readonly string[], body: readonly RawRow[]): TableColumn[] {
	const width = Math.max(headers.length, ...body.map(({ texts }) => texts.length));
	return Array.from({ length: width }, (_, position) => {
		const filled = body.flatMap(({ texts }) => (texts[position] ?? '').trim() || []);
		return { position, header: headers[position] ?? '', examples: [...new Set(filled)].slice(0, examplesKept) };
	}).filter(({ header, examples }) => header !== '' || examples.length > 0);
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
