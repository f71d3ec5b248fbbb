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
import { headRows, type PaperColumn, type PaperTable } from '../../contest/paper/paper-document.ts';
import { wordText } from './word-text.ts';

const size = '11pt';
/** Of a table, that are not left by what is signed under it. */
const lastRows = 2;
const alignments = { middle: AlignmentType.CENTER, number: AlignmentType.RIGHT } as const;

/** `width` of the page between its margins, in millimetres. `keepsNext`: its last rows stay with what comes. */
export function ruledTable({ columns, rows }: PaperTable, width: number, keepsNext: boolean): Table {
	const widths = columnWidths(columns).map((share) => twip((width * share) / 100));
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
				({ cells, isStrong = false }, row) =>
					new TableRow({
						cantSplit: true,
						children: cells.map((text, at) => {
							const { align, isStrong: isStrongColumn = false } = columns[at] ?? {};
							const alignment = align ? alignments[align] : AlignmentType.LEFT;
							return new TableCell({
								verticalAlign: VerticalAlignTable.CENTER,
								margins: { left: twip(1.2), right: twip(1.2), top: twip(0.5), bottom: twip(0.5) },
								children: [
									cellText(text, alignment, isStrong || isStrongColumn, keepsNext && row >= rows.length - lastRows)
								]
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
	bold: boolean,
	keepNext = false
): Paragraph {
	return new Paragraph({
		alignment,
		keepNext,
		spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 },
		children: [new TextRun({ text: wordText(text), size, bold })]
	});
}

/** In percent; columns without a width share what the others leave. */
function columnWidths(columns: PaperColumn[]): number[] {
	const given = columns.reduce((sum, { width = 0 }) => sum + width, 0);
	const open = columns.filter(({ width }) => width === undefined).length;
	return columns.map(({ width }) => width ?? (100 - given) / open);
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Things side by side without lines; never torn over two pages. */
export function sideBySide(columns: { width: number; children: Paragraph[] }[]): Table {
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: twip(columns.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
		columnWidths: columns.map(({ width }) => twip(width)),
		borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
		rows: [new TableRow({ cantSplit: true, children: columns.map(({ children }) => new TableCell({ children })) })]
	});
}
