// A paragraph of Word → lines with what stands out in each sign; it must not know numbering or tables.
import { type ListLine, plainSigns, softHyphen, standsOut } from '../list/list-line.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml.ts';

interface Written {
	text: string;
	marks: number[];
	hasPicture: boolean;
}

/** Soft line breaks part lines, counted from `line`; the label Word makes («Câu 1:», «A.») stands before the first. */
export function linesOfParagraph(paragraph: XmlElement, label: string, line: number): ListLine[] {
	const written: Written = { text: '', marks: [], hasPicture: false };
	write(written, label === '' ? '' : `${label} `, 0);
	readRuns(paragraph, written);
	const { text, marks, hasPicture } = written;
	let from = 0;
	return text.split('\n').map((part, at): ListLine => {
		const start = from;
		from += part.length + 1;
		return {
			line: line + at,
			text: part,
			marks: marks.slice(start, start + part.length),
			afterBlank: false,
			hasPicture: hasPicture && at === 0
		};
	});
}

/** Cells side by side as one line with tabs between. */
export function lineOfCells(cells: readonly ListLine[], line: number): ListLine {
	return {
		line,
		text: cells.map(({ text }) => text).join('\t'),
		marks: cells.flatMap(({ marks }, at) => (at === 0 ? marks : [0, ...marks])),
		afterBlank: false,
		hasPicture: cells.some(({ hasPicture }) => hasPicture)
	};
}

function write(written: Written, text: string, bits: number): void {
	const plain = plainSigns(text);
	written.text += plain;
	for (let at = 0; at < plain.length; at += 1) written.marks.push(bits);
}

function readRuns(container: XmlElement, written: Written): void {
	for (const child of elementsOf(container)) {
		if (child.name === 'w:r') readRun(child, written);
		// What was struck out under review is no text any more; formulas give their signs in a row.
		else if (!['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr'].includes(child.name)) {
			if (child.name === 'm:t') write(written, textOf(child), 0);
			readRuns(child, written);
		}
	}
}

function readRun(run: XmlElement, written: Written): void {
	const properties = elementOf(run, 'w:rPr');
	if (isOn(properties, 'w:vanish')) return;
	const bits = bitsOf(properties);
	for (const child of elementsOf(run)) {
		if (child.name === 'w:t') write(written, textOf(child), bits);
		else if (child.name === 'w:tab' || child.name === 'w:ptab') write(written, '\t', bits);
		else if (child.name === 'w:br' || child.name === 'w:cr') write(written, '\n', bits);
		else if (child.name === 'w:softHyphen') write(written, softHyphen, bits);
		else if (child.name === 'w:noBreakHyphen') write(written, '-', bits);
		else if (['w:drawing', 'w:pict', 'w:object'].includes(child.name)) written.hasPicture = true;
		else if (child.name === 'mc:AlternateContent') written.hasPicture = true;
	}
}

function bitsOf(properties: XmlElement | undefined): number {
	const underline = elementOf(properties, 'w:u')?.attributes['w:val'] ?? 'none';
	const colour = elementOf(properties, 'w:color')?.attributes['w:val'] ?? 'auto';
	const highlight = elementOf(properties, 'w:highlight')?.attributes['w:val'] ?? 'none';
	const fill = elementOf(properties, 'w:shd')?.attributes['w:fill'] ?? 'auto';
	return (
		(isOn(properties, 'w:b') ? standsOut.bold : 0) |
		(underline === 'none' ? 0 : standsOut.underline) |
		(/^(?:auto|0{6})$/i.test(colour) ? 0 : standsOut.colour) |
		(highlight === 'none' && /^(?:auto|f{6})$/i.test(fill) ? 0 : standsOut.highlight)
	);
}

/** `<w:b/>` is on; `<w:b w:val="0"/>` is off. */
function isOn(properties: XmlElement | undefined, name: string): boolean {
	const element = elementOf(properties, name);
	return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '1');
}
