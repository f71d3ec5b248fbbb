// Finds rows that say the same thing twice; it must not know what the rows are.
import { found } from './problem.ts';
import type { Draft } from './preview-table.ts';
import type { RowDraft } from './row-draft.ts';
import { codeKey, sameNameKey } from './vietnamese-text.ts';

/** Rows in groups of two or more with the same key; rows with an empty key stand alone. */
function groups<K extends string, T>(drafts: Draft<K, T>[], key: (row: RowDraft<K>) => string): RowDraft<K>[][] {
	const byKey = new Map<string, RowDraft<K>[]>();
	for (const { row } of drafts) {
		const text = key(row);
		const same = byKey.get(text);
		if (same) same.push(row);
		else if (text !== '') byKey.set(text, [row]);
	}
	return [...byKey.values()].filter((rows) => rows.length > 1);
}

/** «3, 7, 9»; of very many the first twenty (each row is listed by itself anyway). */
export function linesOf(rows: { line: number }[]): string {
	const lines = rows.slice(0, 20).map(({ line }) => line);
	return lines.join(', ') + (rows.length > lines.length ? ', …' : '');
}

/** Blocks every row of each group of equal codes; case, blanks and invisible marks make no difference. */
export function blockDuplicateCodes<K extends string, T>(drafts: Draft<K, T>[], column: K): void {
	for (const rows of groups(drafts, (row) => codeKey(row.text(column)))) {
		for (const row of rows) {
			row.block(column, 'import/duplicate-code', { code: found(row.text(column)), lines: linesOf(rows) });
		}
	}
}

/** Two people may share a name, but somebody should look. */
export function warnDuplicateNames<K extends string, T>(drafts: Draft<K, T>[], column: K): void {
	for (const rows of groups(drafts, (row) => sameNameKey(row.text(column)))) {
		for (const row of rows) {
			row.warn(column, 'import/duplicate-name', { name: found(row.text(column)), lines: linesOf(rows) });
		}
	}
}

/** The same text under two codes; `key` may add what else must be equal. */
export function warnDuplicateTexts<K extends string, T>(
	drafts: Draft<K, T>[],
	column: K,
	key = (row: RowDraft<K>) => row.text(column)
): void {
	for (const rows of groups(drafts, (row) => key(row).toLocaleLowerCase('vi'))) {
		for (const row of rows) row.warn(column, 'import/duplicate-text', { lines: linesOf(rows) });
	}
}
