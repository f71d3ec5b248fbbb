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
import { points } from './word-size.ts';
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
	const { superior, body, motto, underBody, underSubject, number, date, sizes } = head;
	const size = points(sizes.bodies);
	const numbered = points(sizes.number);
	const left = [
		...(superior ? [centred(superior.toUpperCase(), { size })] : []),
		centred(body.toUpperCase(), { bold: true, size }),
		...(underBody === 'asterisk' ? [centred('*', { size })] : []),
		...(underBody === 'rule' ? [rule(width * 0.38, 1 / 3, 40)] : []),
		...(number === null ? [] : [centred(number, { size: numbered })])
	];
	const right = [
		...motto.map((line, at) => {
			const isRuled = at === motto.length - 1;
			const look = { bold: true, size: points(at === 0 ? sizes.motto : sizes.second), isRuled };
			return centred(at === 0 ? line.toUpperCase() : line, look);
		}),
		centred(date, { italics: true, size: numbered })
	];
	return [
		sideBySide([
			{ width: width * 0.38, children: left },
			{ width: width * 0.62, children: right }
		]),
		...(draft === null ? [] : draftMark(draftWord, draft)),
		centred(title.toUpperCase(), { bold: true, size: points(sizes.title) }, 200),
		centred(subject, { bold: true, size: points(sizes.subject) }),
		underSubject === 'hyphens'
			? centred('-----', { bold: true }, 0, 120)
			: rule(width, subjectShare(subject, width, sizes.subject), 160)
	];
}

function centred(text: string, { isRuled = false, ...look }: Look, before = 0, after = 0): Paragraph {
	const underline = isRuled ? { underline: { type: UnderlineType.SINGLE } } : {};
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
		children: text
			.split('\n')
			.map((line, at) => new TextRun({ text: wordText(line), ...look, ...underline, ...(at > 0 ? { break: 1 } : {}) }))
	});
}

/** In the middle of a column of `width` millimetres, as much of it as `share` says. */
function rule(width: number, share: number, after: number): Paragraph {
	const side = twip((width * (1 - share)) / 2);
	const border = { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } };
	const spacing = { before: 0, after, line: 60 };
	return new Paragraph({ border, indent: { left: side, right: side }, spacing, children: [] });
}

/** Mean width of a bold letter, of its height; measured on Vietnamese titles. */
const letterWidth = 0.46;
const millimetresPerPoint = 25.4 / 72;

/** A rule is two fifths of its line of words (Nghị định 30/2020/NĐ-CP: a third to a half), here as a share of the page. */
function subjectShare(subject: string, width: number, size: number): number {
	const longest = Math.max(...subject.split('\n').map(({ length }) => length));
	return 0.4 * Math.min(1, (longest * letterWidth * size * millimetresPerPoint) / width);
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
