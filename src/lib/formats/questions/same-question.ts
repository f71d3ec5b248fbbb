// When two questions are the same in other letters (R284); it must not know where they stand.
import { foldVietnamese } from '../vietnamese-text.ts';

interface Said {
	text: string;
	options: readonly { text: string }[];
}

/** R284: words and options without marks, case and punctuation, the options in any order. */
export function twinKey({ text, options }: Said): string {
	return [bare(text), ...options.map((option) => bare(option.text)).sort()].join('|');
}

/** Groups of two or more, in the order of their first. */
export function twinsAmong<Row extends Said>(questions: readonly Row[]): Row[][] {
	const groups = new Map<string, Row[]>();
	for (const question of questions) {
		const key = twinKey(question);
		const group = groups.get(key);
		if (group) group.push(question);
		else groups.set(key, [question]);
	}
	return [...groups.values()].filter((group) => group.length > 1);
}

function bare(text: string): string {
	return foldVietnamese(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
