// Bytes of an .xlsx workbook → raw rows of its first visible sheet with content; it must not know what the columns mean.
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { archiveProblem } from './archive.ts';
import { type Problem, problem } from './problem.ts';
import { isBlankRow, type RawRow, tableLimits } from './table.ts';

export interface WorkbookRows {
	rows: RawRow[];
	warnings: Problem[];
}

/** What a cell shows: text as it is, numbers with a decimal comma, dates as dd/MM/yyyy, empty for nothing. */
type CellValue = string | number | boolean | Date | null | undefined;

export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRows | Problem> {
	const refusal = await archiveProblem(bytes);
	if (refusal) return refusal;
	try {
		return await readFirstSheet(bytes);
	} catch {
		// The reader throws for every kind of damage; the archive itself was sound.
		return problem('import/not-a-workbook', {});
	}
}

async function readFirstSheet(bytes: Uint8Array): Promise<WorkbookRows | Problem> {
	const sheets: { name: string; index: number }[] = [];
	await readXlsx(bytes, {
		sheets: ({ name, index, hidden, veryHidden }) => {
			if (!hidden && !veryHidden) sheets.push({ name, index });
			return false;
		}
	});
	for (const [at, sheet] of sheets.entries()) {
		const rows = await readSheet(bytes, sheet.index);
		if (!Array.isArray(rows)) return rows;
		if (rows.length === 0) continue;
		const others = sheets.slice(at + 1).map(({ name }) => `«${name}»`);
		const warnings = others.length > 0 ? [problem('import/sheets-ignored', { sheets: others.join(', ') })] : [];
		return { rows: await markFormulas(bytes, sheet.index, rows), warnings };
	}
	return { rows: [], warnings: [] };
}

/** By stream, so that a cell in the last row and column of Excel costs nothing. */
async function readSheet(bytes: Uint8Array, sheet: number): Promise<RawRow[] | Problem> {
	const rows: RawRow[] = [];
	for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
		const texts = values.slice(0, tableLimits.columns).map(cellText);
		if (values.length > tableLimits.columns && !isBlankRow(values.slice(tableLimits.columns).map(cellText))) {
			return problem('import/too-many-columns', { limit: String(tableLimits.columns) });
		}
		if (isBlankRow(texts)) continue;
		rows.push({ line: index + 1, texts });
		const limit = tableLimits.rows + tableLimits.headerSearch;
		if (rows.length > limit || index > 4 * limit) {
			return problem('import/too-many-rows', { limit: String(tableLimits.rows) });
		}
	}
	return rows;
}

async function markFormulas(bytes: Uint8Array, sheet: number, rows: RawRow[]): Promise<RawRow[]> {
	const lastLine = rows.at(-1)?.line ?? 1;
	const { sheets } = await readXlsx(bytes, { sheets: [sheet], range: `A1:BH${lastLine}` });
	const formulas = new Map<number, number[]>();
	for (const [place, cell] of sheets[0]?.cells ?? []) {
		if (cell.type !== 'formula' && cell.formula === undefined) continue;
		const [row = 0, column = 0] = place.split(',').map(Number);
		formulas.set(row + 1, [...(formulas.get(row + 1) ?? []), column]);
	}
	return rows.map((row) => ({ ...row, formulaColumns: formulas.get(row.line) ?? [] }));
}

function cellText(value: CellValue): string {
	if (value === null || value === undefined) return '';
	// 15 digits are what Excel itself keeps and shows; the rest is noise of binary fractions.
	if (typeof value === 'number') return String(Number(value.toPrecision(15))).replace('.', ',');
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
