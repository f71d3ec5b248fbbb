// Whether an answer is right, and whether it is an answer at all (R13, R14); it must not know points, time or people.
import { millionths, plainNumber } from './plain-number.ts';
import type { AnswerKey, Choice, Question, QuestionKind } from './question.ts';
import { refuse, type Refusal } from './refusal.ts';

export { readNumber } from './plain-number.ts';

/**
 * R14: right or wrong, nothing between. `multiple` needs exactly the options of the key, `ordering` exactly its order,
 * `numeric` a number no further from the key than the tolerance, compared as decimals. No answer is not right.
 */
export function isRight(kind: QuestionKind, key: AnswerKey, choice: Choice | null): boolean {
	const { correct } = key;
	if (choice === null || choice.kind !== correct.kind) return false;
	if (choice.kind === 'number')
		return correct.kind === 'number' && isNear(choice.value, correct.value, key.tolerance || '0');
	if (correct.kind !== 'options') return false;
	return kind === 'ordering' ? sameOrder(choice.options, correct.options) : sameSet(choice.options, correct.options);
}

/** What is wrong with a choice; the `problem` in the details of `answer/not-a-choice`. */
export type ChoiceProblem =
	| 'wrong-kind'
	| 'nothing-chosen'
	| 'unknown-option'
	| 'option-twice'
	| 'more-than-one'
	| 'order-incomplete'
	| 'not-a-number';

/** Refuses what cannot be an answer to this question; null when it can. Whether it is right plays no role. */
export function choiceProblem(question: Pick<Question, 'kind' | 'options'>, choice: Choice): Refusal | null {
	const problem = question.kind === 'numeric' ? numberProblem(choice) : optionsProblem(question, choice);
	return problem === null ? null : refuse('answer/not-a-choice', { problem });
}

function numberProblem(choice: Choice): ChoiceProblem | null {
	if (choice.kind !== 'number') return 'wrong-kind';
	return plainNumber.test(choice.value) ? null : 'not-a-number';
}

function optionsProblem(question: Pick<Question, 'kind' | 'options'>, choice: Choice): ChoiceProblem | null {
	if (choice.kind !== 'options') return 'wrong-kind';
	const { options } = choice;
	if (options.length === 0) return 'nothing-chosen';
	if (options.some((id) => !question.options.some((option) => option.id === id))) return 'unknown-option';
	if (new Set(options).size !== options.length) return 'option-twice';
	if (question.kind === 'ordering') return options.length === question.options.length ? null : 'order-incomplete';
	return question.kind !== 'multiple' && options.length > 1 ? 'more-than-one' : null;
}

function isNear(value: string, correct: string, tolerance: string): boolean {
	const off = millionths(value) - millionths(correct);
	return (off < 0n ? -off : off) <= millionths(tolerance);
}

function sameOrder(a: string[], b: string[]): boolean {
	return a.length === b.length && a.every((id, position) => id === b[position]);
}

function sameSet(a: string[], b: string[]): boolean {
	return sameOrder([...new Set(a)].sort(), [...new Set(b)].sort());
}
