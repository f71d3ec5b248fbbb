// Reads a matching question's pairs, «left = right» in each option column; the right side is put in an order that tells nothing.
import type { QuestionColumn } from './import-questions.ts';
import type { QuestionValue } from './import-values.ts';
import { columnOf, readOptions } from './question-options.ts';
import type { RowDraft } from './row-draft.ts';

export type MatchedSides = Pick<QuestionValue, 'options' | 'targets' | 'correct'>;

/** Pairs may share what stands on the right. The right answer is in the pairs: the column of the key stays empty. */
export function readPairs(row: RowDraft<QuestionColumn>): MatchedSides | null {
	const written = readOptions(row, 'matching');
	if (!written) return null;
	const pairs = written.map(({ id, text }) => {
		const at = text.indexOf('=');
		return { id, left: text.slice(0, at).trim(), right: text.slice(at + 1).trim(), isPair: at > 0 };
	});
	const broken = pairs.find(({ left, right, isPair }) => !isPair || left === '' || right === '');
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
