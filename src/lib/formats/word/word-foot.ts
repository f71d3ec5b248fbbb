// Recipients and places to sign at the end of a document in a Word file, kept on one page. It must not know which document.
import { AlignmentType, LineRuleType, Paragraph, type Table, TextRun, UnderlineType } from 'docx';
import type { PaperDocument } from '../../contest/paper/paper-document.ts';
import type { PaperHead } from '../../contest/paper/paper-head.ts';
import { points } from './word-size.ts';
import { sideBySide } from './word-table.ts';
import { wordText } from './word-text.ts';

/** Room for a signature and a stamp, in twentieths of a point. */
const room = 1300;

/** `width` of the page between its margins, in millimetres. */
export function wordFoot(
	{ head, signers, recipients }: PaperDocument,
	words: { recipients: string; sign: string },
	width: number
): (Paragraph | Table)[] {
	if (signers.length === 0) return [];
	const titles = Math.max(...signers.map(({ lines }) => lines.length));
	const blocks = signers.map((signer) =>
		signature(signer, { sign: words.sign, size: points(head.sizes.signer), titles })
	);
	const first = recipients.length > 0 ? [recipientLines(recipients, words.recipients, head)] : [];
	// A single signature stands at the right.
	const columns = first.length === 0 && blocks.length === 1 ? [[new Paragraph('')], ...blocks] : [...first, ...blocks];
	return [
		new Paragraph({ keepNext: true, spacing: { after: 0, line: 160 }, children: [] }),
		sideBySide(columns.map((children) => ({ width: width / columns.length, children })))
	];
}

/** `titles`: lines that all of them take, so that the names stand on one line. */
function signature(
	{ lines, name }: PaperDocument['signers'][number],
	{ sign, size, titles }: { sign: string; size: `${number}pt`; titles: number }
): Paragraph[] {
	const centred = (run: TextRun, before = 0) =>
		new Paragraph({
			alignment: AlignmentType.CENTER,
			keepNext: true,
			spacing: { before, after: 0, line: 276, lineRule: LineRuleType.AUTO },
			children: [run]
		});
	return [
		...lines.map((line) => centred(new TextRun({ text: wordText(line.toUpperCase()), bold: true, size }))),
		// Empty where the name is printed.
		centred(new TextRun({ text: name === '' ? sign : '', italics: true, size })),
		...Array.from({ length: titles - lines.length }, () => centred(new TextRun({ text: '', size }))),
		centred(new TextRun({ text: wordText(name), bold: true, size }), room)
	];
}

function recipientLines(recipients: string[], word: string, { recipients: look, sizes }: PaperHead): Paragraph[] {
	const ofWord = look === 'underlined' ? { underline: { type: UnderlineType.SINGLE } } : { bold: true, italics: true };
	const line = (run: TextRun) =>
		new Paragraph({ spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO }, children: [run] });
	return [
		line(new TextRun({ text: `${word}:`, ...ofWord, size: points(sizes.recipients) })),
		...recipients.map((recipient, at) => {
			const end = at === recipients.length - 1 ? '.' : ';';
			return line(new TextRun({ text: wordText(`- ${recipient}${end}`), size: points(sizes.recipient) }));
		})
	];
}
