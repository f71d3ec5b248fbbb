// Whether a choice is an answer to a question at all; whether it is right is for the result to say.
import { plainNumber } from './plain-number.ts';
import type { Choice, Option, Question } from './question.ts';
import { refuse, type Refusal } from './refusal.ts';
import { foldTyped } from './result/typed-answer.ts';

type Asked = Pick<Question, 'kind' | 'options' | 'targets'>;

/** What is wrong with a choice; the `problem` in the details of `answer/not-a-choice`. */
export type ChoiceProblem =
	| 'wrong-kind'
	| 'nothing-chosen'
	| 'unknown-option'
	| 'option-twice'
	| 'more-than-one'
	| 'order-incomplete'
	| 'pairs-incomplete'
	| 'not-a-number';

/** Refuses what cannot be an answer to this question; null when it can. Whether it is right plays no role. */
export function choiceProblem(question: Asked, choice: Choice): Refusal | null {
	const problem = problemOf(question, choice);
	return problem === null ? null : refuse('answer/not-a-choice', { problem });
}

function problemOf(question: Asked, choice: Choice): ChoiceProblem | null {
	switch (question.kind) {
		case 'numeric':
			return numberProblem(choice);
		case 'text':
			return textProblem(choice);
		case 'matching':
			return pairsProblem(question, choice);
		default:
			return optionsProblem(question, choice);
	}
}

function numberProblem(choice: Choice): ChoiceProblem | null {
	if (choice.kind !== 'number') return 'wrong-kind';
	return plainNumber.test(choice.value) ? null : 'not-a-number';
}

/** Punctuation alone says nothing (R100). */
function textProblem(choice: Choice): ChoiceProblem | null {
	if (choice.kind !== 'text') return 'wrong-kind';
	return foldTyped(choice.value) === '' ? 'nothing-chosen' : null;
}

/** Two on the left may go with the same on the right: whether that is right is for the key to say. */
function pairsProblem({ options, targets }: Asked, choice: Choice): ChoiceProblem | null {
	if (choice.kind !== 'pairs') return 'wrong-kind';
	const chosen = Object.entries(choice.pairs);
	const known = (list: Option[], id: string) => list.some((option) => option.id === id);
	if (chosen.some(([left, right]) => !known(options, left) || !known(targets, right))) return 'unknown-option';
	return chosen.length === options.length ? null : 'pairs-incomplete';
}

function optionsProblem(question: Asked, choice: Choice): ChoiceProblem | null {
	if (choice.kind !== 'options') return 'wrong-kind';
	const { options } = choice;
	if (options.length === 0) return 'nothing-chosen';
	if (options.some((id) => !question.options.some((option) => option.id === id))) return 'unknown-option';
	if (new Set(options).size !== options.length) return 'option-twice';
	if (question.kind === 'ordering') return options.length === question.options.length ? null : 'order-incomplete';
	return question.kind !== 'multiple' && options.length > 1 ? 'more-than-one' : null;
}
