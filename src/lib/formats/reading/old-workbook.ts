// Bytes of an old Excel workbook (.xls) → its visible sheets as raw rows. Its library is kept up by third parties only, so this file is loaded in the
// reader's own process alone (ADR 0027); it must not know what the columns mean.
import * as xlsx from '@e965/xlsx';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import { tableLimits, type RawRow } from '../table.ts';
import { addRow, type Book, numberText, type SheetRows, withShownZeros } from './sheets.ts';

/** Rows beyond are not even taken apart; one more than may be, so that too many are seen. */
const mostRows = 4 * (tableLimits.rows + tableLimits.headerSearch) + 2;

export function openOldWorkbook(bytes: Uint8Array): Book {
	const book = xlsx.read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false, sheetRows: mostRows });
	const sheets = book.SheetNames.filter((_, at) => !book.Workbook?.Sheets?.[at]?.Hidden);
	return { sheets, read: (at) => Promise.resolve(readSheet(book.Sheets[sheets[at] ?? ''] ?? {})) };
}

function readSheet(sheet: xlsx.WorkSheet): SheetRows | Problem {
	const rows: RawRow[] = [];
	const repairs: Problem[] = [];
	const lines = (sheet['!data'] ?? []) as (xlsx.CellObject | undefined)[][];
	for (const [index, cells] of Array.from(lines, (line) => Array.from(line ?? [])).entries()) {
		const refusal = addRow(rows, index, cells.map(cellText));
		if (refusal) return refusal;
		const row = rows.at(-1);
		if (row?.line !== index + 1) continue;
		row.formulaColumns = cells.flatMap((cell, column) => (cell?.f === undefined ? [] : [column]));
		for (const [column, cell] of cells.entries())
			if (shownZeros(cell) !== null)
				repairs.push(problem('import/repaired-zeros', {}, { line: row.line, column: String(column) }));
	}
	return {
		rows,
		merged: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c })),
		hiddenColumns: (sheet['!cols'] ?? []).flatMap((column, at) => (column?.hidden ? [at] : [])),
		hiddenRows: (sheet['!rows'] ?? []).filter((row, at) => row?.hidden && rows.some(({ line }) => line === at + 1))
			.length,
		fonts: new Map(),
		repairs
	};
}

function shownZeros(cell: xlsx.CellObject | undefined): string | null {
	const zeros = typeof cell?.v === 'number' ? withShownZeros(cell.v, String(cell.z ?? '')) : null;
	return zeros !== null && zeros !== String(cell?.v) ? zeros : null;
}

function cellText(cell: xlsx.CellObject | undefined): string {
	if (cell?.v === undefined || cell.v === null) return '';
	if (cell.t === 'e') return cell.w ?? '#VALUE!';
	if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
	if (typeof cell.v !== 'number') return String(cell.v);
	if (!xlsx.SSF.is_date(String(cell.z ?? ''))) return shownZeros(cell) ?? numberText(cell.v);
	const date = xlsx.SSF.parse_date_code(cell.v);
	return (
		[date.d, date.m].map((part) => String(part).padStart(2, '0')).join('/') + `/${String(date.y).padStart(4, '0')}`
	);
}
