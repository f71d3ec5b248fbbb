// What is right in a question of the bank, in words instead of letters; it must not know how it is written.
import type { QuestionValue } from '../import-values.ts';

/** What stands on the right of a letter of `matching`. */
export function rightSide({ targets, correct }: QuestionValue, letter: string): string {
	const target = correct.kind === 'pairs' ? correct.pairs[letter] : undefined;
	return targets.find(({ id }) => id === target)?.text ?? '';
}

/** The options of `ordering` in the right order. */
export function inRightOrder({ options, correct }: QuestionValue): string[] {
	if (correct.kind !== 'options') return [];
	return correct.options.map((letter) => options.find(({ id }) => id === letter)?.text ?? '');
}
