// Letterhead, place and date, and the title of a document in a Word file, as the offices set them. It must not know which document.
import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip as twip,
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
		centred(body.toUpperCase(), { bold: true, size, isRuled: underBody === 'rule' }),
		...(underBody === 'asterisk' ? [centred('*', { size })] : []),
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
			{ width: width * 0.45, children: left },
			{ width: width * 0.55, children: right }
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
		spacing: { before, after, line: 252 },
		children: [new TextRun({ text: wordText(text), ...look, ...underline })]
	});
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
