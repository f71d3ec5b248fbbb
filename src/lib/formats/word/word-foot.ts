// Recipients and places to sign at the end of a document in a Word file, kept on one page. It must not know which document.
import {
	AlignmentType,
	convertMillimetersToTwip as twip,
	type IRunOptions,
	LineRuleType,
	Paragraph,
	type Table,
	TextRun,
	UnderlineType
} from 'docx';
import type { PaperDocument } from '../../contest/paper/paper-document.ts';
import type { PaperHead } from '../../contest/paper/paper-head.ts';
import { capitalLines, points, widthOf } from './word-size.ts';
import { sideBySide, sideMargin } from './word-table.ts';
import { wordText } from './word-text.ts';

/** Room for a signature and a stamp, in millimetres. */
const room = 22;
/** Between offices beside each other, in millimetres. */
const gap = 4;

/** `width` of the page between its margins, in millimetres. */
export function wordFoot(
	{ head, signers, recipients }: PaperDocument,
	words: { recipients: string; sign: string },
	width: number
): (Paragraph | Table)[] {
	if (signers.length === 0) return [];
	const size = head.sizes.signer;
	const first = recipients.length > 0 ? recipientLines(recipients, words.recipients, head) : null;
	// A single signature stands at the right, beside the recipients or nothing.
	const hasSide = first !== null || signers.length === 1;
	const side = hasSide ? width / (signers.length + 1) : 0;
	const widths = signerWidths(signers, size, width - side);
	const rowOf = (cell: (signer: PaperDocument['signers'][number], width: number) => Paragraph[]) =>
		signers.map((signer, at) => ({ width: widths[at] ?? 0, children: cell(signer, widths[at] ?? 0) }));
	const rows = [
		// Whose name is not printed writes it: said right under the office.
		rowOf(({ lines, name }, own) => [
			...lines
				.flatMap((line) => capitalLines(line, size, own - 2 * sideMargin, true))
				.map((line) => centred({ text: wordText(line), bold: true, size: points(size) })),
			...(name === '' ? [centred({ text: words.sign, italics: true, size: points(Math.min(size, 13)) })] : [])
		]),
		rowOf(() => [new Paragraph({ spacing: { before: twip(room), after: 0, line: 20 }, children: [] })]),
		rowOf(({ name }) => [centred({ text: wordText(name), bold: true, size: points(size) })])
	];
	const [top = [], ...others] = rows;
	const besides = { width: side, children: first ?? [new Paragraph('')], rows: rows.length };
	return [
		new Paragraph({ keepNext: true, spacing: { after: 0, line: 160 }, children: [] }),
		sideBySide([hasSide ? [besides, ...top] : top, ...others])
	];
}

/** What its longest line needs, and an even share of what is left; an even share of all where that is too much. */
function signerWidths(signers: PaperDocument['signers'], size: number, width: number): number[] {
	const longest = ({ lines, name }: PaperDocument['signers'][number]) =>
		Math.max(...[...lines.map((line) => line.toUpperCase()), name].map((line) => widthOf(line, size, true)));
	const even = width / signers.length;
	const needs = signers.map((signer) => longest(signer) + gap);
	const fits = (need: number) => need <= even;
	// Whoever needs less than an even share leaves the rest to those who need more.
	if (needs.every(fits)) return needs.map(() => even);
	const spare = needs.filter(fits).reduce((sum, need) => sum + even - need, 0);
	const wanted = needs.filter((need) => !fits(need)).reduce((sum, need) => sum + need - even, 0);
	const given = Math.min(1, spare / wanted);
	const taken = Math.min(1, wanted / spare);
	return needs.map((need) => (fits(need) ? even - (even - need) * taken : even + (need - even) * given));
}

function centred(run: IRunOptions): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { before: 0, after: 0, line: 276, lineRule: LineRuleType.AUTO },
		children: [new TextRun(run)]
	});
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
