// Rows → an .xlsx workbook in which nothing runs: every cell is text, a number or a day; it must not know what it lists.
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { m } from '../paraglide/messages.js';
import { filledLines, textWidth } from './letter-widths.ts';

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
/** Long text goes on in its cell, apart from the figures beside it; short figures stand in the middle. */
const alignments = {
	text: { vertical: 'top', horizontal: 'left', indent: 1, wrapText: true },
	count: { vertical: 'top', horizontal: 'center' }
} as const satisfies Partial<Record<SheetColumnKind, object>>;

/** Characters of a page of A4 that stands upright. */
const uprightWidth = 90;

/** What its pages say when they are printed. */
export interface WorkbookPrint {
	/** Over the name of the sheet. */
	contest?: string;
	language?: 'vi' | 'en';
}

/**
 * Bytes of the workbook: header row bold, frozen and printed on each page; A4, as wide as one page, with lines between cells; each page
 * says which sheet of which contest it is, and its number. Text in any column stays text, whatever sign it begins with.
 */
export async function workbook(sheets: readonly WorkbookSheet[], print: WorkbookPrint = {}): Promise<Uint8Array> {
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
				fitToHeight: 0,
				showGridLines: true,
				margins: { top: 0.9, bottom: 0.75, left: 0.5, right: 0.5, header: 0.35, footer: 0.35 }
			},
			headerFooter: pageWords(print)
		}))
	});
}

const pageFont = '&"Times New Roman,Regular"&11';
/** What a program takes of a heading is 255 signs. */
const longestName = 150;

/** In the codes of the format (a blank parts a size from a name that begins with a figure): &A is the sheet's name, &P the page's number, &N how many there are. */
function pageWords({ contest = '', language = 'vi' }: WorkbookPrint): WriteSheet['headerFooter'] {
	const name = [...plainText(contest).replace(/\s+/g, ' ')].slice(0, longestName).join('').replaceAll('&', '&&');
	return {
		oddHeader: `&C${pageFont}${name === '' ? '' : ` ${name}\n`}&"Times New Roman,Bold"&A`,
		oddFooter: `&C${pageFont}${m.bank_page_of({ page: '&P', pages: '&N' }, { locale: language })}`
	};
}

const lineHeight = 16;
/** In widths of a letter's height: a column is counted in digits, which are half of it, less what the program keeps free. */
const roomIn = (width: number, indent: number) => (width - 0.6) * 0.495 - indent * 0.75;

/** In points, of rows whose text goes on below: not every program works that out by itself, and then lines lie over each other. */
function rowHeights(columns: WorkbookSheet['columns'], rows: WorkbookSheet['rows']): Map<number, { height: number }> {
	const linesIn = (column: SheetColumn, cell: SheetCell | undefined, isHead: boolean) => {
		if (typeof cell !== 'string' || (!isHead && column.kind !== 'text')) return 1;
		const room = roomIn(columnWidth(column), isHead ? 0 : 1);
		const lines = filledLines(cell, room, isHead);
		// A word that is too long for its column is torn.
		return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, isHead) / room)), 0);
	};
	const height = (cells: readonly (SheetCell | undefined)[], isHead: boolean) =>
		Math.max(...columns.map((column, at) => linesIn(column, cells[at], isHead)));
	const all = [
		height(
			columns.map(({ title }) => title),
			true
		),
		...rows.map((row) => height(row, false))
	];
	return new Map(
		all.flatMap((lines, at): [number, { height: number }][] =>
			lines > 1 ? [[at, { height: lines * lineHeight }]] : []
		)
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
