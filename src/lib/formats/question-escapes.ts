// Several texts in one cell with a mark between, and how the mark is written inside one of them; it must not know which cell.

/** The texts between the marks, trimmed, at most so many; `\;`, `\=` and `\\` stand for the sign itself. */
export function splitEscaped(cell: string, mark: ';' | '=', most = Infinity): string[] {
	const texts = [''];
	for (const [part] of cell.matchAll(/\\[;=\\]|[^\\]|\\/gu)) {
		if (part === mark && texts.length < most) texts.push('');
		else texts.push((texts.pop() ?? '') + (part.length === 2 && part.startsWith('\\') ? part.slice(1) : part));
	}
	return texts.map((text) => text.trim());
}

/** A text as it is written between such marks. */
export function escapeMarks(text: string): string {
	return text.replace(/[;=\\]/g, '\\$&');
}
