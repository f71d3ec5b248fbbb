// Text that a spreadsheet would run as a formula: how it is written to CSV and read back; it must not know rows or files.

/** = + - @, tab or line end first, also in full width; any apostrophes before are ours or must be kept apart from ours. */
const formulaLike = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Puts an apostrophe before text that would run; `unescapeFormula` takes exactly that one away again. */
export function escapeFormula(text: string): string {
	return formulaLike.test(text) ? `'${text}` : text;
}

export function unescapeFormula(text: string): string {
	return text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;
}
