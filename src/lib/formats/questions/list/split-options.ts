// Options that stand on one line («A. 1930   B. 1931»), apart; it must not know which is right.
import { cut, type Span } from './list-line.ts';
import { optionLabel } from './list-labels.ts';

export interface WrittenOption {
	letter: string;
	/** The letter of the label, with what stands out in it. */
	label: Span;
	content: Span;
	isStarred: boolean;
}

/** The options of a line that begins with one, in the order of their letters. `next` is the line below. */
export function splitOptions(line: Span, next: string | null): WrittenOption[] {
	const first = optionLabel(line.text);
	if (!first) return [];
	const starts = [0];
	let letter = first.letter;
	for (let from = first.from; ;) {
		const at = nextLabel(line.text, following(letter), from, next);
		if (at < 0) break;
		starts.push(at);
		letter = following(letter);
		from = at + 2;
	}
	return starts.map((start, at) => writtenOption(cut(line, start, starts[at + 1])));
}

/** Where options begin in a line that begins with the question («Thủ đô? A. Hà Nội B. Huế»); -1 when there are none. */
export function optionsInside({ text }: Span): number {
	const lastB = [...text.matchAll(/\s\*?\(?B[.)]\s*\S/g)].at(-1)?.index ?? -1;
	for (const { index } of text.matchAll(/\s(?=\*?\(?A[.)]\s*\S)/g)) if (index + 2 < lastB) return index + 1;
	return -1;
}

function following(letter: string): string {
	return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** After a tab or two blanks a label is sure; after one blank it is one unless the line below begins with it. */
function nextLabel(text: string, letter: string, from: number, next: string | null): number {
	const isBelow = next !== null && optionLabel(next)?.letter === letter;
	const pattern = new RegExp(`(?<!\\s)(\\s+)(?=\\*?\\(?(?:${letter}|${letter.toLowerCase()})\\*?\\s?[.)])`, 'gu');
	for (const match of text.slice(from).matchAll(pattern)) {
		const gap = match[1] ?? '';
		const at = from + match.index + gap.length;
		const isWide = gap.length > 1 || gap.includes('\t');
		const isSmall = /^\*?\(?[a-h]/.test(text.slice(at));
		if (isWide || (!isBelow && !isSmall)) return at;
	}
	return -1;
}

function writtenOption(part: Span): WrittenOption {
	const label = optionLabel(part.text);
	if (!label) throw new Error('an option has lost its label');
	const content = cut(part, label.from);
	const star = /(?:\(\*\)|\*)$/.exec(content.text);
	return {
		letter: label.letter,
		label: cut(part, label.at, label.at + 1),
		content: star ? cut(content, 0, star.index) : content,
		isStarred: label.isStarred || star !== null
	};
}
