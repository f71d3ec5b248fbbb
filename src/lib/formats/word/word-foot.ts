// Recipients and places to sign at the end of a document in a Word file, kept on one page. It must not know which document.
import { AlignmentType, LineRuleType, Paragraph, type Table, TextRun } from 'docx';
import type { PaperDocument } from '../../contest/paper/paper-document.ts';
import { sideBySide } from './word-table.ts';
import { wordText } from './word-text.ts';

/** Room for a signature and a stamp, in twentieths of a point. */
const room = 1300;

/** `width` of the page between its margins, in millimetres. */
export function wordFoot(
	{ signers, recipients }: PaperDocument,
	words: { recipients: string; sign: string },
	width: number
): (Paragraph | Table)[] {
	if (signers.length === 0) return [];
	const blocks = signers.map((signer) => signature(signer, words.sign));
	const first = recipients.length > 0 ? [recipientLines(recipients, words.recipients)] : [];
	// A single signature stands at the right.
	const columns = first.length === 0 && blocks.length === 1 ? [[new Paragraph('')], ...blocks] : [...first, ...blocks];
	return [
		new Paragraph({ keepNext: true, spacing: { after: 0, line: 160 }, children: [] }),
		sideBySide(columns.map((children) => ({ width: width / columns.length, children })))
	];
}

function signature({ lines, name }: PaperDocument['signers'][number], sign: string): Paragraph[] {
	const centred = (run: TextRun, before = 0) =>
		new Paragraph({
			alignment: AlignmentType.CENTER,
			keepNext: true,
			spacing: { before, after: 0, line: 276, lineRule: LineRuleType.AUTO },
			children: [run]
		});
	return [
		...lines.map((line) => centred(new TextRun({ text: wordText(line.toUpperCase()), bold: true, size: '12pt' }))),
		centred(new TextRun({ text: sign, italics: true, size: '12pt' })),
		centred(new TextRun({ text: wordText(name), bold: true }), room)
	];
}

function recipientLines(recipients: string[], word: string): Paragraph[] {
	const line = (run: TextRun) =>
		new Paragraph({ spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO }, children: [run] });
	return [
		line(new TextRun({ text: `${word}:`, bold: true, italics: true, size: '12pt' })),
		...recipients.map((recipient, at) => {
			const end = at === recipients.length - 1 ? '.' : ';';
			return line(new TextRun({ text: wordText(`- ${recipient}${end}`), size: '11pt' }));
		})
	];
}
