// Whether a choice is an answer to a question at all; whether it is right is for the result to say.
import { plainNumber } from './plain-number.ts';
import type { Choice, Question } from './question.ts';
import { refuse, type Refusal } from './refusal.ts';

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
