// Reads the code of a row: short, visible, safe in file names and slips; it must not know what carries the code.
import { found } from './problem.ts';
import type { RowDraft } from './row-draft.ts';

/** Letters and digits, inside also - _ . / and single blanks; at most 40 signs. */
const codePattern = /^[\p{L}\p{N}](?:[\p{L}\p{N}\-_./ ]{0,38}[\p{L}\p{N}])?$/u;

export function isCode(text: string): boolean {
	return codePattern.test(text);
}

/** The code as the file writes it; null (row blocked) when it is none. An empty required cell is blocked before. */
export function readCode<K extends string>(row: RowDraft<K>, column: K): string | null {
	const text = row.text(column);
	if (isCode(text)) return text;
	return text === '' ? null : row.block(column, 'import/code-not-valid', { found: found(text) });
}
