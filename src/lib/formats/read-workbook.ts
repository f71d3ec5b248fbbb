// Bytes of an .xlsx workbook → its visible sheets as raw rows; it must not know what the columns mean.
import { readXlsx, streamXlsxRows, type Cell, type Sheet } from 'hucre/xlsx';
import { type Problem, problem } from './problem.ts';
import type { OldCode } from './reading/old-codes.ts';
import {
	addRow,
	type Book,
	emptySheet,
	isCapitalFont,
	numberText,
	oldCodeOfFont,
	type SheetRows,
	withShownZeros
} from './reading/sheets.ts';
import type { RawRow } from './table.ts';

/** What a cell shows: text as it is, numbers with a decimal comma, dates as dd/MM/yyyy, empty for nothing. */
type CellValue = string | number | boolean | Date | null | undefined;

/** The archive has been found harmless. */
export async function openWorkbook(bytes: Uint8Array): Promise<Book> {
	const sheets: { name: string; index: number }[] = [];
	await readXlsx(bytes, {
		sheets: ({ name, index, hidden, veryHidden }) => {
			if (!hidden && !veryHidden) sheets.push({ name, index });
			return false;
		}
	});
	return { sheets: sheets.map(({ name }) => name), read: (at) => readSheet(bytes, sheets[at]?.index ?? 0) };
}

/** By stream, so that a cell in the last row and column of Excel costs nothing; then once more for what only the whole sheet tells. */
async function readSheet(bytes: Uint8Array, sheet: number): Promise<SheetRows | Problem> {
	const rows: RawRow[] = [];
	for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
		const refusal = addRow(rows, index, values.map(cellText));
		if (refusal) return refusal;
	}
	const lastLine = rows.at(-1)?.line;
	if (lastLine === undefined) return emptySheet();
	const { sheets } = await readXlsx(bytes, { sheets: [sheet], range: `A1:BH${lastLine}`, readStyles: true });
	const [whole] = sheets;
	return whole ? withDetails(rows, whole) : emptySheet();
}

function withDetails(rows: RawRow[], { cells, merges, columns, rowDefs }: Sheet): SheetRows {
	const byLine = new Map(rows.map((row) => [row.line, row]));
	const fonts = new Map<number, OldCode>();
	const repairs: Problem[] = [];
	for (const [place, cell] of cells ?? []) {
		const [index = 0, column = 0] = place.split(',').map(Number);
		const row = byLine.get(index + 1);
		if (row) addDetails(row, column, cell, fonts, repairs);
	}
	return {
		rows,
		merged: (merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
			top: startRow + 1,
			bottom: endRow + 1,
			left: startCol,
			right: endCol
		})),
		hiddenColumns: (columns ?? []).flatMap((column, at) =>
			column?.hidden && rows.some(({ texts }) => (texts[at] ?? '') !== '') ? [at] : []
		),
		hiddenRows: [...(rowDefs ?? [])].filter(([at, { hidden }]) => hidden && byLine.has(at + 1)).length,
		fonts,
		repairs
	};
}

function addDetails(row: RawRow, column: number, cell: Cell, fonts: Map<number, OldCode>, repairs: Problem[]): void {
	if (cell.type === 'formula' || cell.formula !== undefined) (row.formulaColumns ??= []).push(column);
	const shown = typeof cell.value === 'number' ? withShownZeros(cell.value, cell.style?.numFmt) : null;
	if (shown !== null && shown !== row.texts[column]) {
		row.texts[column] = shown;
		repairs.push(problem('import/repaired-zeros', {}, { line: row.line, column: String(column) }));
	}
	const font = cell.style?.font?.name ?? '';
	const code = typeof cell.value === 'string' ? oldCodeOfFont(font) : null;
	if (!code) return;
	fonts.set(column, code);
	if (isCapitalFont(font)) (row.capitals ??= []).push(column);
}

function cellText(value: CellValue): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return numberText(value);
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	if (value instanceof Date) return dateText(value);
	return value;
}

/** Cells hold a calendar day without zone; the reader gives it as midnight UTC. */
function dateText(value: Date): string {
	const iso = value.toISOString();
	const [year, month, day] = iso.slice(0, 10).split('-');
	const time = iso.slice(11, 19);
	return `${day}/${month}/${year}${time === '00:00:00' ? '' : ` ${time}`}`;
}
