// How wide the columns of a ruled table are, and which words stay together in them, so that nothing is broken inside a word; it must not know what is in them.
import { boundWords } from '../../contest/bound-words.ts';
import type { PaperColumn } from '../../contest/paper/paper-document.ts';
import { evenLines, textWidth, widestWord } from '../letter-widths.ts';
import { inMillimetres } from './word-size.ts';

/** At both sides of a cell, with its lines and what letters of another font of the name take more; in millimetres. */
const margins = 3.2;

export interface ColumnOfText extends PaperColumn {
	cells: string[];
}

/**
 * In millimetres, of a table of `width` with letters of `size` points. Nothing is narrower than its words; then columns come to what
 * they ask for, those that ask nothing to a title of two lines; what is left is shared by the latter.
 */
export function columnWidths(columns: ColumnOfText[], width: number, size: number): number[] {
	const least = columns.map((column) => leastWidth(column, size));
	const wished = columns.map(({ title, width: share }, at) => {
		const asked = share === undefined ? headWidth(title, size) : (share * width) / 100;
		return Math.max(least[at] ?? 0, asked);
	});
	const room = width - sum(least);
	const wanted = sum(wished) - sum(least);
	if (room < 0) return least.map((each) => (each * width) / sum(least));
	if (wanted > room) return least.map((each, at) => each + (((wished[at] ?? 0) - each) * room) / wanted);
	const open = columns.filter(({ width: share }) => share === undefined).length;
	return wished.map((each, at) => each + (columns[at]?.width === undefined ? (room - wanted) / open : 0));
}

const sum = (all: number[]) => all.reduce((total, each) => total + each, 0);

function leastWidth({ title, cells, isStrong = false }: ColumnOfText, size: number): number {
	const words = Math.max(widestWord(title, true), ...cells.map((cell) => widestWord(cell, isStrong)));
	return inMillimetres(words, size) + margins;
}

/** Of a title in two lines. */
function headWidth(title: string, size: number): number {
	const inTwo = evenLines(title, textWidth(title, true) * 0.6, true);
	return inMillimetres(Math.max(...inTwo.map((line) => textWidth(line, true))), size) + margins;
}

/** The longest pair of last words that stay together, in letters. */
const longestPair = 14;

/** Text for a column of `width` millimetres: words that belong together on one line, and no last word alone, as far as they fit. */
export function bindWhere(width: number, size: number) {
	return (text: string, isStrong = false): string => {
		const bound = boundWords(text);
		const fits = (each: string) => inMillimetres(widestWord(each, isStrong), size) + margins <= width;
		return [paired(bound), bound, paired(text)].find(fits) ?? text;
	};
}

function paired(text: string): string {
	return text.replace(/(?<=\s)([^ \n]+) ([^ \n]+)$/u, (pair, one: string, last: string) =>
		pair.length > longestPair || last.includes('\u00a0') ? pair : `${one}\u00a0${last}`
	);
}
