// Rows → CSV as Vietnamese Excel opens it (semicolon, byte order mark, decimal comma), with no cell that runs as a formula.
import Papa from 'papaparse';
import { escapeFormula } from './formula-text.ts';

export type CsvCell = string | number | null;

/** Bytes of the file. Numbers get a decimal comma; text is NFC and escaped as `readTable` expects it. */
export function writeCsv(headers: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
	const lines = [headers, ...rows].map((row) => row.map(cellText));
	const text = Papa.unparse(lines, { delimiter: ';', newline: '\r\n' });
	return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function cellText(cell: CsvCell): string {
	if (cell === null) return '';
	return typeof cell === 'number'
		? String(cell).replace('.', ',')
		: escapeFormula(cell.normalize('NFC').replace(/\r\n?/g, '\n'));
}
