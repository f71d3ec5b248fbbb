// Rows → an .xlsx workbook in which nothing runs: every cell is text, a number or a day; it must not know what it lists.
import { writeXlsx } from 'hucre/xlsx';

/** `points` are integers in hundredths; `number` are plain numbers; both show two decimals. `date` cells are yyyy-MM-dd. */
export type SheetColumnKind = 'text' | 'number' | 'points' | 'count' | 'date';

export interface SheetColumn {
	title: string;
	/** In characters; about as wide as the title when left out. */
	width?: number;
	kind: SheetColumnKind;
}

export type SheetCell = string | number | null;

export interface WorkbookSheet {
	/** At most 31 signs, without : \ / ? * [ ] (replaced by a blank). */
	name: string;
	columns: readonly SheetColumn[];
	rows: readonly (readonly SheetCell[])[];
}

const formats: Partial<Record<SheetColumnKind, string>> = {
	number: '0.00',
	points: '0.00',
	count: '0',
	date: 'dd/mm/yyyy'
};

const font = { name: 'Times New Roman', size: 12 };
const headStyle = {
	font: { ...font, bold: true },
	alignment: { horizontal: 'center', vertical: 'center', wrapText: true }
} as const;
/** Long text goes on in its cell; short figures stand apart from the text beside them. */
const alignments = {
	text: { vertical: 'top', wrapText: true },
	count: { vertical: 'top', horizontal: 'center' }
} as const satisfies Partial<Record<SheetColumnKind, object>>;

/** Characters of a page of A4 that stands upright. */
const uprightWidth = 90;

/** Bytes of the workbook: header row bold, frozen and printed on each page; A4, as wide as one page. Text in any column stays text, whatever sign it begins with. */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
	return writeXlsx({
		defaultFont: font,
		// Under quotes, as every name with a blank needs them; the library's own print titles have none.
		namedRanges: sheets.map(({ name }) => ({
			name: '_xlnm.Print_Titles',
			range: `'${sheetName(name).replaceAll("'", "''")}'!$1:$1`,
			scope: sheetName(name)
		})),
		sheets: sheets.map(({ name, columns, rows }) => ({
			name: sheetName(name),
			columns: columns.map((column) => ({
				width: columnWidth(column),
				numFmt: formats[column.kind],
				style: { alignment: alignmentOf(column.kind) }
			})),
			rows: [
				columns.map(({ title }) => plainText(title)),
				...rows.map((row) => columns.map(({ kind }, at) => cellValue(row[at], kind)))
			],
			cells: new Map(
				columns.map(({ title }, at) => [
					`0,${at}`,
					{ value: plainText(title), type: 'string' as const, style: headStyle }
				])
			),
			rowDefs: rowHeights(columns, rows),
			freezePane: { rows: 1 },
			pageSetup: {
				paperSize: 'a4' as const,
				orientation: widthOf(columns) > uprightWidth ? ('landscape' as const) : ('portrait' as const),
				fitToPage: true,
				fitToWidth: 1,
				fitToHeight: 0
			}
		}))
	});
}

const lineHeight = 16;

/** In points, of rows whose text goes on below: not every program works that out by itself, and then lines lie over each other. */
function rowHeights(columns: WorkbookSheet['columns'], rows: WorkbookSheet['rows']): Map<number, { height: number }> {
	const linesOf = (cell: SheetCell | undefined, width: number) =>
		typeof cell === 'string' ? cell.split('\n').reduce((sum, { length }) => sum + Math.ceil(length / width), 0) : 1;
	return new Map(
		rows.flatMap((row, at): [number, { height: number }][] => {
			const lines = Math.max(...columns.map((column, nth) => linesOf(row[nth], columnWidth(column))));
			return lines > 1 ? [[at + 1, { height: lines * lineHeight }]] : [];
		})
	);
}

const columnWidth = ({ title, width }: SheetColumn) => width ?? [...title].length + 4;
const widthOf = (columns: readonly SheetColumn[]) => columns.reduce((sum, column) => sum + columnWidth(column), 0);

const alignmentOf = (kind: SheetColumnKind) =>
	alignments[kind as keyof typeof alignments] ?? ({ vertical: 'top' } as const);

function cellValue(cell: SheetCell | undefined, kind: SheetColumnKind): string | number | Date | null {
	if (cell === null || cell === undefined || cell === '') return null;
	if (typeof cell === 'number') {
		if (!Number.isFinite(cell)) throw new RangeError(`not a number for a cell: ${cell}`);
		return kind === 'points' ? cell / 100 : cell;
	}
	if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return new Date(`${cell}T00:00:00Z`);
	return plainText(cell);
}

/**
 * NFC, line ends as \n, no signs XML forbids; and `_x000D_` in a text is written as `_x005F_x000D_`, because the format
 * itself reads `_xHHHH_` as an escape.
 */
function plainText(text: string): string {
	return (
		text
			.toWellFormed()
			.normalize('NFC')
			.replace(/\r\n?/g, '\n')
			// eslint-disable-next-line no-control-regex
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
			.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
	);
}

function sheetName(name: string): string {
	return (
		[
			...name
				.normalize('NFC')
				.replace(/[:\\/?*[\]]/g, ' ')
				.trim()
		]
			.slice(0, 31)
			.join('')
			.replace(/^'|'$/g, '') || 'Trang 1'
	);
}
