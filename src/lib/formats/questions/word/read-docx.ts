// Bytes of a Word file → its lines and tables, with numbers that Word makes and what stands out; it must not know questions.
import { unpackText } from '../../archive.ts';
import { type Problem, problem } from '../../problem.ts';
import { isBlankRow, type RawRow } from '../../table.ts';
import type { ListLine } from '../list/list-line.ts';
import { elementOf, elementsOf, readXml, type XmlElement } from '../xml.ts';
import { lineOfCells, linesOfParagraph } from './paragraph-lines.ts';
import { readNumbering, type WordNumbers } from './word-numbers.ts';

export interface WordFile {
	lines: ListLine[];
	/** Tables as rows of cells, for those that hold a question in each row. */
	tables: RawRow[][];
}

const mainPart = 'word/document.xml';
const numberingPart = 'word/numbering.xml';

export async function readDocx(bytes: Uint8Array): Promise<WordFile | Problem> {
	const parts = await unpackText(bytes, [mainPart, numberingPart]);
	if (parts === 'unsafe') return problem('import/archive-not-safe', {});
	if (parts === 'broken') return problem('import/not-a-document', {});
	const document = readXml(parts.get(mainPart) ?? '');
	const numbering = parts.get(numberingPart);
	const numbers = numbering === undefined ? null : readXml(numbering);
	if ('code' in document || (numbers && 'code' in numbers)) return problem('import/not-a-document', {});
	const body = elementOf(document, 'w:body');
	if (!body) return problem('import/not-a-document', {});
	const reader = new WordReader(readNumbering(numbers));
	reader.readBlocks(body);
	return { lines: reader.lines, tables: reader.tables };
}

class WordReader {
	readonly lines: ListLine[] = [];
	readonly tables: RawRow[][] = [];
	private readonly numbers: WordNumbers;
	/** Lines so far, also empty ones. */
	private line = 0;
	private afterBlank = false;

	constructor(numbers: WordNumbers) {
		this.numbers = numbers;
	}

	/** Paragraphs and tables in order, also inside content controls and text that was added under review. */
	readBlocks(container: XmlElement): void {
		for (const block of elementsOf(container)) {
			if (block.name === 'w:p') this.push(this.readParagraph(block));
			else if (block.name === 'w:tbl') this.readTable(block);
			else if (['w:sdt', 'w:sdtContent', 'w:ins', 'w:smartTag'].includes(block.name)) this.readBlocks(block);
		}
	}

	private readParagraph(paragraph: XmlElement): ListLine[] {
		const lines = linesOfParagraph(paragraph, this.numbers.labelOf(paragraph), this.line + 1);
		this.line += lines.length;
		return lines;
	}

	private push(lines: ListLine[]): void {
		for (const line of lines) {
			if (line.text.trim() === '' && !line.hasPicture) this.afterBlank = true;
			else {
				this.lines.push({ ...line, afterBlank: this.afterBlank });
				this.afterBlank = false;
			}
		}
	}

	/** A row whose cells are one line each is one line with tabs; otherwise its paragraphs stand one below the other. */
	private readTable(table: XmlElement): void {
		const rows: RawRow[] = [];
		for (const row of elementsOf(table, 'w:tr')) {
			const line = this.line + 1;
			const cells = elementsOf(row, 'w:tc').map((cell) => this.readCell(cell));
			const texts = cells.map((lines) => lines.map(({ text }) => text.trim()).join('\n'));
			if (!isBlankRow(texts)) rows.push({ line, texts });
			if (cells.every((lines) => lines.length <= 1)) this.push([lineOfCells(cells.flat(), line)]);
			else for (const lines of cells) this.push(lines);
		}
		this.tables.push(rows);
	}

	private readCell(cell: XmlElement): ListLine[] {
		const lines = elementsOf(cell).flatMap((block): ListLine[] => {
			if (block.name === 'w:p') return this.readParagraph(block);
			return ['w:sdt', 'w:sdtContent', 'w:tbl', 'w:tr', 'w:tc'].includes(block.name) ? this.readCell(block) : [];
		});
		return lines.filter(({ text, hasPicture }) => text.trim() !== '' || hasPicture);
	}
}
