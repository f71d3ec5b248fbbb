// Tables of a Word file: ruled ones with a repeated head and whole rows, and those without lines that set things side by side. It must not know what is in them.
import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip as twip,
	LineRuleType,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlignTable,
	WidthType
} from 'docx';
import { headRows, type PaperTable } from '../../contest/paper/paper-document.ts';
import { bindWhere, columnWidths } from './word-columns.ts';
import { points } from './word-size.ts';
import { wordText } from './word-text.ts';

const size = 11;
/** Of a table, that are not left by what is signed under it. */
const lastRows = 2;
/** A table of no more rows stands on one page. */
const shortTable = 10;
const alignments = { middle: AlignmentType.CENTER, number: AlignmentType.RIGHT } as const;

/** `width` of the page between its margins, in millimetres. `keepsNext`: its last rows stay with what comes. */
export function ruledTable(table: PaperTable, width: number, keepsNext: boolean): Table {
	const filled = table.columns.map((column, at) => ({
		...column,
		cells: table.rows.map(({ cells }) => cells[at] ?? '')
	}));
	const millimetres = columnWidths(filled, width, size);
	const widths = millimetres.map((each) => twip(each));
	const bindIn = (at: number) => bindWhere(millimetres[at] ?? 0, size);
	const columns = table.columns.map((column, at) => ({ ...column, title: bindIn(at)(column.title, true) }));
	const rows = table.rows.map(({ cells, isStrong = false }) => ({
		isStrong,
		cells: cells.map((text, at) => (columns[at]?.align ? text : bindIn(at)(text, isStrong || columns[at]?.isStrong)))
	}));
	const kept = (row: number) =>
		row < rows.length - 1 ? rows.length <= shortTable || (keepsNext && row === rows.length - lastRows) : keepsNext;
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: twip(width), type: WidthType.DXA },
		columnWidths: widths,
		rows: [
			...headRows(columns).map(
				(cells) =>
					new TableRow({
						tableHeader: true,
						cantSplit: true,
						keepNext: true,
						children: cells.map(
							({ title, columns: columnSpan, rows: rowSpan }) =>
								new TableCell({
									columnSpan,
									rowSpan,
									margins: { left: twip(0.8), right: twip(0.8), top: twip(0.5), bottom: twip(0.5) },
									verticalAlign: VerticalAlignTable.CENTER,
									children: [cellText(title, AlignmentType.CENTER, true)]
								})
						)
					})
			),
			...rows.map(
				({ cells, isStrong }, row) =>
					new TableRow({
						cantSplit: true,
						keepNext: kept(row),
						children: cells.map((text, at) => {
							const { align, isStrong: isStrongColumn = false } = columns[at] ?? {};
							const alignment = align ? alignments[align] : AlignmentType.LEFT;
							return new TableCell({
								verticalAlign: VerticalAlignTable.CENTER,
								margins: { left: twip(1.2), right: twip(1.2), top: twip(0.5), bottom: twip(0.5) },
								children: [cellText(text, alignment, isStrong || isStrongColumn)]
							});
						})
					})
			)
		]
	});
}

function cellText(
	text: string,
	alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
	bold: boolean
): Paragraph {
	return new Paragraph({
		alignment,
		spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 },
		children: [new TextRun({ text: wordText(text), size: points(size), bold })]
	});
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** At both sides of what stands side by side, in millimetres. */
export const sideMargin = 1;

interface SideCell {
	width: number;
	children: Paragraph[];
	/** That it goes down beside; one when left out. */
	rows?: number;
}

/** Things side by side without lines, in rows that are never torn over two pages nor parted from each other. */
export function sideBySide(rows: SideCell[][]): Table {
	const widths = rows[0]?.map(({ width }) => width) ?? [];
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: twip(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
		columnWidths: widths.map((width) => twip(width)),
		borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
		rows: rows.map(
			(cells, at) =>
				new TableRow({
					cantSplit: true,
					keepNext: at < rows.length - 1,
					children: cells.map(
						({ children, rows: rowSpan }) =>
							new TableCell({ rowSpan, margins: { left: twip(sideMargin), right: twip(sideMargin) }, children })
					)
				})
		)
	});
}
