// Letterhead, place and date, and the title of a document in a Word file, as the offices set them. It must not know which document.
import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip as twip,
	LineRuleType,
	Paragraph,
	type Table,
	TextRun,
	UnderlineType
} from 'docx';
import type { PaperDocument } from '../../contest/paper/paper-document.ts';
import { sideBySide } from './word-table.ts';
import { wordText } from './word-text.ts';

interface Look {
	bold?: boolean;
	italics?: boolean;
	isRuled?: boolean;
	size?: `${number}pt`;
}

/** `width` of the page between its margins, in millimetres. */
export function wordHead(
	{ head, title, subject, draft }: PaperDocument,
	draftWord: string,
	width: number
): (Paragraph | Table)[] {
	const { superior, body, motto, underBody, number, date } = head;
	const size = '12pt';
	const left = [
		...(superior ? [centred(superior.toUpperCase(), { size })] : []),
		centred(body.toUpperCase(), { bold: true, size }),
		...(underBody === 'asterisk' ? [centred('*', { size })] : []),
		...(underBody === 'rule' ? [shortRule(width * 0.42)] : []),
		...(number === null ? [] : [centred(number, { size })])
	];
	const right = [
		...motto.map((line, at) => {
			const isRuled = at === motto.length - 1;
			return centred(at === 0 ? line.toUpperCase() : line, { bold: true, size, isRuled });
		}),
		centred(date, { italics: true, size })
	];
	return [
		sideBySide([
			{ width: width * 0.42, children: left },
			{ width: width * 0.58, children: right }
		]),
		...(draft === null ? [] : draftMark(draftWord, draft)),
		centred(title.toUpperCase(), { bold: true, size: '14pt' }, 200),
		centred(subject, { bold: true }, 0, 160)
	];
}

function centred(text: string, { isRuled = false, ...look }: Look, before = 0, after = 0): Paragraph {
	const underline = isRuled ? { underline: { type: UnderlineType.SINGLE } } : {};
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
		children: [new TextRun({ text: wordText(text), ...look, ...underline })]
	});
}

/** A third of the column it stands in, which is `width` millimetres wide. */
function shortRule(width: number): Paragraph {
	const indent = { left: twip(width / 3), right: twip(width / 3) };
	const border = { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } };
	return new Paragraph({ border, indent, spacing: { before: 0, after: 40, line: 60 }, children: [] });
}

function draftMark(word: string, why: string): Paragraph[] {
	const edge = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 2 };
	return [
		new Paragraph({
			alignment: AlignmentType.CENTER,
			spacing: { before: 160 },
			border: { top: edge, bottom: edge, left: edge, right: edge },
			indent: { left: twip(35), right: twip(35) },
			children: [new TextRun({ text: word, bold: true, size: '18pt' }), new TextRun({ text: wordText(why), break: 1 })]
		})
	];
}
