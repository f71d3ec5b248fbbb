// Compares words as people type them in a hurry: without marks, without capitals. It must not know what is looked for.

/** "Đơn vị và người" → "don vi va nguoi". */
export function foldMarks(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase();
}

/**
 * How well `typed` finds `text`: 0 when one of its words is not in it, more the more of its words begin a word there,
 * 1 when all do. Nothing typed finds everything.
 */
export function matchFolded(text: string, typed: string): number {
	const wanted = foldMarks(typed).split(/\s+/).filter(Boolean);
	const words = foldMarks(text);
	if (!wanted.every((each) => words.includes(each))) return 0;
	const begun = wanted.filter((each) => ` ${words}`.includes(` ${each}`)).length;
	return wanted.length === 0 ? 1 : (1 + begun) / (1 + wanted.length);
}
