// Letterhead, place and date, and the title of a document in a Word file, as the offices set them. It must not know which document.
import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip as twip,
	LineRuleType,
	Paragraph,
	type Table,
	TextRun
} from 'docx';
import type { PaperDocument } from '../../contest/paper/paper-document.ts';
import { sideBySide, sideMargin } from './word-table.ts';
import { capitalLines, points, spare, widthOf } from './word-size.ts';
import { wordText } from './word-text.ts';

interface Look {
	bold?: boolean;
	italics?: boolean;
	size?: `${number}pt`;
}

/** `width` of the page between its margins, in millimetres. */
export function wordHead(
	{ head, title, subject, draft }: PaperDocument,
	draftWord: string,
	width: number
): (Paragraph | Table)[] {
	const { superior, body, motto, underBody, underSubject, number, date, sizes } = head;
	const numbered = points(sizes.number);
	const mottoSize = (at: number) => (at === 0 ? sizes.motto : sizes.second);
	const mottoLines = motto.map((line, at) => (at === 0 ? line.toUpperCase() : line));
	const mottoWidths = mottoLines.map((line, at) => widthOf(line, mottoSize(at), true));
	const longest = Math.max(...mottoWidths, widthOf(date, sizes.number)) + 2 * sideMargin;
	const onRight = Math.min(Math.max(longest * spare, width * 0.5), width * 0.65);
	const onLeft = width - onRight;
	const bodyLines = (text: string, bold: boolean) =>
		capitalLines(text, sizes.bodies, onLeft - 2 * sideMargin, bold).map((line) =>
			centred(line, { bold, size: points(sizes.bodies) })
		);
	const left = [
		...(superior ? bodyLines(superior, false) : []),
		...bodyLines(body, true),
		...(underBody === 'asterisk' ? [centred('*', { size: points(sizes.bodies) })] : []),
		...(underBody === 'rule' ? [rule(onLeft, 1 / 3, 40)] : []),
		...(number === null ? [] : [centred(number, { size: numbered })])
	];
	const right = [
		...mottoLines.map((line, at) => centred(line, { bold: true, size: points(mottoSize(at)) })),
		// As long as the words above it (Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW).
		...(motto.length > 0 ? [rule(onRight, Math.min(1, (mottoWidths.at(-1) ?? 0) / onRight), 100)] : []),
		centred(date, { italics: true, size: numbered })
	];
	return [
		sideBySide([
			[
				{ width: onLeft, children: left },
				{ width: onRight, children: right }
			]
		]),
		...(draft === null ? [] : draftMark(draftWord, draft)),
		centred(title.toUpperCase(), { bold: true, size: points(sizes.title) }, 200),
		centred(subject, { bold: true, size: points(sizes.subject) }),
		underSubject === 'hyphens'
			? centred('-----', { bold: true }, 0, 120)
			: rule(width, subjectShare(subject, width, sizes.subject), 160)
	];
}

function centred(text: string, look: Look, before = 0, after = 0): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
		children: text
			.split('\n')
			.map((line, at) => new TextRun({ text: wordText(line), ...look, ...(at > 0 ? { break: 1 } : {}) }))
	});
}

/** In the middle of a column of `width` millimetres, as much of it as `share` says. */
function rule(width: number, share: number, after: number): Paragraph {
	const side = twip((width * (1 - share)) / 2);
	const border = { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } };
	const spacing = { before: 0, after, line: 60 };
	return new Paragraph({ border, indent: { left: side, right: side }, spacing, children: [] });
}

/** A rule is two fifths of its line of words (Nghị định 30/2020/NĐ-CP: a third to a half), here as a share of the page. */
function subjectShare(subject: string, width: number, size: number): number {
	const longest = Math.max(...subject.split('\n').map((line) => widthOf(line, size, true)));
	return 0.4 * Math.min(1, longest / width);
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
