// The blocks of a document as paragraphs and tables of a Word file; it must not know which document.
import {
	AlignmentType,
	convertMillimetersToTwip as twip,
	type IParagraphOptions,
	LineRuleType,
	Paragraph,
	type Table,
	TextRun
} from 'docx';
import type { PaperBlock, PaperRun, TextStyle } from '../../contest/paper/paper-document.ts';
import { ruledTable } from './word-table.ts';
import { wordText } from './word-text.ts';

/** `width` of the page between its margins, in millimetres. What `isSigned` ends in places to sign, which take the last lines along. */
export function wordBlocks(blocks: PaperBlock[], width: number, isSigned = false): (Paragraph | Table)[] {
	const lastTable = blocks.findLastIndex(({ kind }) => kind === 'table');
	const last = lastTable < 0 ? blocks.length - 1 : lastTable;
	return blocks.flatMap((block, at): (Paragraph | Table)[] => {
		const keepNext = isSigned && at >= last;
		switch (block.kind) {
			case 'heading':
				return [
					new Paragraph({
						keepNext: true,
						spacing: { before: 120 },
						children: [new TextRun({ text: wordText(block.text), bold: true })]
					})
				];
			case 'text':
				return [paragraph(block.runs, block.style, keepNext)];
			case 'items':
				return block.items.map(
					(item) =>
						new Paragraph({
							keepNext,
							numbering: { reference: 'items', level: 0 },
							children: [new TextRun(wordText(item))]
						})
				);
			case 'table':
				// Word joins a table to the next one unless something stands between.
				return [
					ruledTable(block, width, keepNext),
					new Paragraph({ keepNext, spacing: { after: 0, line: 120 }, children: [] })
				];
		}
	});
}

const styles: Record<TextStyle, Omit<IParagraphOptions, 'children'>> = {
	body: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: twip(10) }, spacing: { after: 100 } },
	line: {},
	note: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
	centre: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120, after: 80 } }
};

function paragraph(runs: PaperRun[], style: TextStyle, keepNext: boolean): Paragraph {
	return new Paragraph({
		...styles[style],
		...(keepNext ? { keepNext } : {}),
		children: runs.flatMap(({ text, look }) =>
			text.split('\n').map(
				(line, at) =>
					new TextRun({
						text: wordText(line),
						bold: look === 'strong',
						italics: look === 'italic',
						strike: look === 'struck',
						...(at > 0 ? { break: 1 } : {}),
						...(style === 'note' ? { size: '11pt' as const } : {}),
						...(look === 'code' ? { font: 'Courier New', size: '9pt' as const } : {})
					})
			)
		)
	});
}
