// Documents → a .docx as offices edit it: A4, Times New Roman, page numbers as the State wants them. It must not know any paper.
import {
	AlignmentType,
	convertMillimetersToTwip as twip,
	Document,
	Header,
	type ISectionOptions,
	LineRuleType,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	TextRun
} from 'docx';
import type { PaperDocument } from '../contest/paper/paper-document.ts';
import { small, wordBlocks } from './word/word-blocks.ts';
import { wordFoot } from './word/word-foot.ts';
import { wordHead } from './word/word-head.ts';
import { points } from './word/word-size.ts';

/** Words around the blocks, in the language of the paper. */
export interface WordWords {
	/** Of the file. */
	title: string;
	/** "Nơi nhận". */
	recipients: string;
	/** "(Ký, ghi rõ họ tên)". */
	sign: string;
	/** "DỰ THẢO". */
	draft: string;
}

/** Each document begins on a page of its own. */
export async function writeWord(documents: PaperDocument[], words: WordWords): Promise<Uint8Array> {
	const file = new Document({
		title: words.title,
		creator: 'hoithi',
		styles: {
			default: {
				document: {
					run: { font: 'Times New Roman', size: points(documents[0]?.head.sizes.text ?? 13) },
					paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO, after: 40 } }
				}
			}
		},
		numbering: {
			config: [
				{
					reference: 'items',
					levels: [
						{
							level: 0,
							format: 'decimal',
							text: '%1.',
							alignment: AlignmentType.LEFT,
							style: { run: { size: small }, paragraph: { indent: { left: twip(8), hanging: twip(6) } } }
						}
					]
				}
			]
		},
		sections: documents.map((document) => section(document, words))
	});
	return new Uint8Array(await Packer.toArrayBuffer(file));
}

function section(document: PaperDocument, words: WordWords): ISectionOptions {
	const { top, right, bottom, left } = document.head.margins;
	const width = (document.isLandscape ? 297 : 210) - left - right;
	return {
		properties: {
			titlePage: true,
			page: {
				// Turned by the library where the page lies on its side.
				size: {
					width: twip(210),
					height: twip(297),
					orientation: document.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
				},
				margin: { top: twip(top), right: twip(right), bottom: twip(bottom), left: twip(left), header: twip(8) }
			}
		},
		// Centred in the top margin, not on the first page (Nghị định 30/2020/NĐ-CP).
		headers: {
			default: new Header({ children: [pageNumber()] }),
			first: new Header({ children: [new Paragraph('')] })
		},
		children: [
			...wordHead(document, words.draft, width),
			...wordBlocks(document.blocks, width, document.signers.length > 0),
			...wordFoot(document, words, width),
			...document.annexes.flatMap(({ title, subject, blocks }) => [
				new Paragraph({
					pageBreakBefore: true,
					alignment: AlignmentType.CENTER,
					children: [new TextRun({ text: title.toUpperCase(), bold: true, size: points(document.head.sizes.title) })]
				}),
				new Paragraph({
					alignment: AlignmentType.CENTER,
					spacing: { after: 160 },
					children: [new TextRun({ text: subject, italics: true })]
				}),
				...wordBlocks(blocks, width)
			])
		]
	};
}

function pageNumber(): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 0 },
		children: [new TextRun({ children: [PageNumber.CURRENT] })]
	});
}
