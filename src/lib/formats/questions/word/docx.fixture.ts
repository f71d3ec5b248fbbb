// Builds small Word files from paragraphs and tables, for tests; nothing else may use it.
import { zip } from '../../zip.fixture.ts';
import { escapeXml } from '../xml.ts';

/** A run: text, with what Word writes into its properties (`<w:b/>`). */
export type Run = string | [text: string, properties: string];

const run = (piece: Run) => {
	const [text, properties] = typeof piece === 'string' ? [piece, ''] : piece;
	const inside = escapeXml(text)
		.split(/(\t|\n)/)
		.map((part) =>
			part === '\t' ? '<w:tab/>' : part === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${part}</w:t>`
		);
	return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inside.join('')}</w:r>`;
};

export function p(...runs: Run[]): string {
	return `<w:p>${runs.map(run).join('')}</w:p>`;
}

/** A paragraph that Word numbers. */
export function numbered(list: number, level: number, ...runs: Run[]): string {
	const properties = `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`;
	return `<w:p>${properties}${runs.map(run).join('')}</w:p>`;
}

export function table(...rows: string[][]): string {
	const cell = (text: string) => `<w:tc>${text.startsWith('<w:p>') ? text : p(text)}</w:tc>`;
	return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function level(at: number, format: string, text: string): string {
	return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
}

export function docx(body: string[], numbering?: string, more: Record<string, string | Uint8Array> = {}): Uint8Array {
	const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
	return zip({
		'[Content_Types].xml': '<Types/>',
		...more,
		...(numbering && { 'word/numbering.xml': `<w:numbering ${names}>${numbering}</w:numbering>` }),
		'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${names}><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`
	});
}
