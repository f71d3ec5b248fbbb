// What cannot be an answer to a question is refused.
import { describe, expect, test } from 'vitest';
import { choiceProblem } from './choice-problem.ts';
import type { Choice, QuestionKind } from './question.ts';

const options = (...ids: string[]): Choice => ({ kind: 'options', options: ids });
const number = (value: string): Choice => ({ kind: 'number', value });
const question = (kind: QuestionKind, ids = 'ABCD') => ({ kind, options: [...ids].map((id) => ({ id, text: id })) });

describe('what cannot be an answer is refused', () => {
	test.each<[QuestionKind, Choice, string]>([
		['single', options('A', 'B'), 'more-than-one'],
		['truefalse', options('A', 'B'), 'more-than-one'],
		['single', options('E'), 'unknown-option'],
		['single', options(), 'nothing-chosen'],
		['multiple', options('A', 'A'), 'option-twice'],
		['ordering', options('A', 'B', 'C'), 'order-incomplete'],
		['ordering', options('A', 'B', 'C', 'C'), 'option-twice'],
		['single', number('1'), 'wrong-kind'],
		['numeric', options('A'), 'wrong-kind'],
		['numeric', number('1,5'), 'not-a-number'],
		['numeric', number('1e5'), 'not-a-number'],
		['numeric', number('1234567890123456'), 'not-a-number'],
		['numeric', number('0.1234567'), 'not-a-number']
	])('given %s and %j, then %s', (kind, choice, problem) => {
		expect(choiceProblem(question(kind), choice)).toEqual({ refused: 'answer/not-a-choice', details: { problem } });
	});

	test.each<[QuestionKind, Choice]>([
		['single', options('D')],
		['multiple', options('B', 'A', 'D')],
		['ordering', options('D', 'C', 'B', 'A')],
		['numeric', number('-12.5')]
	])('given %s and %j, then it is an answer', (kind, choice) => {
		expect(choiceProblem(question(kind), choice)).toBeNull();
	});
});
