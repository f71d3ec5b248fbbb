// Reads a matching question's pairs, «left = right» in each option column; the right side is put in an order that tells nothing.
import type { QuestionColumn } from './import-questions.ts';
import type { QuestionValue } from './import-values.ts';
import { splitEscaped } from './question-escapes.ts';
import { columnOf, readOptions } from './question-options.ts';
import type { RowDraft } from './row-draft.ts';

export type MatchedSides = Pick<QuestionValue, 'options' | 'targets' | 'correct'>;

/**
 * Pairs may share what stands on the right. The right answer is in the pairs: the column of the key stays empty. An equals
 * sign inside what stands on the left is written `\=`.
 */
export function readPairs(row: RowDraft<QuestionColumn>): MatchedSides | null {
	const written = readOptions(row, 'matching');
	if (!written) return null;
	const pairs = written.map(({ id, text }) => {
		const [left = '', right = ''] = splitEscaped(text, '=', 2);
		return { id, left, right };
	});
	const broken = pairs.find(({ left, right }) => left === '' || right === '');
	if (broken) return row.block(columnOf(broken.id), 'import/pair-not-valid', { option: broken.id });
	const sides = [...new Set(pairs.map(({ right }) => right))].sort((one, other) => one.localeCompare(other, 'vi'));
	const targets = sides.map((text, index) => ({ id: String(index + 1), text }));
	const idOf = new Map(targets.map(({ id, text }) => [text, id]));
	return {
		options: pairs.map(({ id, left }) => ({ id, text: left })),
		targets,
		correct: { kind: 'pairs', pairs: Object.fromEntries(pairs.map(({ id, right }) => [id, idOf.get(right) ?? ''])) }
	};
}
