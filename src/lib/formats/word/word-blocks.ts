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
import { splitClosing, type PaperBlock, type PaperRun, type TextStyle } from '../../contest/paper/paper-document.ts';
import { ruledTable } from './word-table.ts';
import { wordText } from './word-text.ts';

/** Letters of notes, and of what stands in a table. */
export const small = '11pt' as const;

/**
 * `width` of the page between its margins, in millimetres. What `isSigned` ends in places to sign, which take the last lines along
 * (R353).
 */
export function wordBlocks(blocks: PaperBlock[], width: number, isSigned = false): (Paragraph | Table)[] {
	const closing = isSigned ? splitClosing(blocks).body.length : blocks.length;
	const isTable = (at: number) => blocks[at]?.kind === 'table';
	return blocks.flatMap((block, at): (Paragraph | Table)[] => {
		const keepNext = at >= closing;
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
				return [paragraph(block.runs, block.style, { keepNext, isBeforeTable: isTable(at + 1) })];
			case 'items':
				return block.items.map(
					(item) =>
						new Paragraph({
							keepNext,
							numbering: { reference: 'items', level: 0 },
							spacing: { line: 240, lineRule: LineRuleType.AUTO },
							children: [new TextRun({ text: wordText(item), size: small })]
						})
				);
			case 'table':
				// Word joins a table to the next one unless something stands between.
				return [
					ruledTable(block, width, isSigned && at + 1 >= closing),
					new Paragraph({ keepNext: isSigned && at + 1 >= closing, spacing: { after: 0, line: 120 }, children: [] })
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

function paragraph(
	runs: PaperRun[],
	style: TextStyle,
	{ keepNext, isBeforeTable }: { keepNext: boolean; isBeforeTable: boolean }
): Paragraph {
	const look = styles[style];
	return new Paragraph({
		...look,
		...(keepNext ? { keepNext } : {}),
		...(isBeforeTable ? { spacing: { ...look.spacing, after: 120 } } : {}),
		children: runs.flatMap(({ text, look }) =>
			text.split('\n').map(
				(line, at) =>
					new TextRun({
						text: wordText(line),
						bold: look === 'strong',
						italics: look === 'italic',
						strike: look === 'struck',
						...(at > 0 ? { break: 1 } : {}),
						...(style === 'note' ? { size: small } : {}),
						...(look === 'code' ? { font: 'Courier New', size: '9pt' as const } : {})
					})
			)
		)
	});
}
