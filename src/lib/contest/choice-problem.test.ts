// What cannot be an answer to a question is refused.
import { describe, expect, test } from 'vitest';
import { choiceProblem } from './choice-problem.ts';
import type { Choice, QuestionKind } from './question.ts';

const options = (...ids: string[]): Choice => ({ kind: 'options', options: ids });
const number = (value: string): Choice => ({ kind: 'number', value });
const text = (value: string): Choice => ({ kind: 'text', value });
const pairs = (written: Record<string, string>): Choice => ({ kind: 'pairs', pairs: written });
const listed = (ids: string) => [...ids].map((id) => ({ id, text: id }));
const question = (kind: QuestionKind, ids = 'ABCD', targets = '123') => ({
	kind,
	options: listed(ids),
	targets: listed(targets)
});

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
		['numeric', number('0.1234567'), 'not-a-number'],
		['matching', options('A'), 'wrong-kind'],
		['matching', pairs({ A: '1', B: '2', C: '3' }), 'pairs-incomplete'],
		['matching', pairs({ A: '1', B: '2', C: '3', D: '4' }), 'unknown-option'],
		['matching', pairs({ A: '1', B: '2', C: '3', E: '1' }), 'unknown-option'],
		['text', number('1'), 'wrong-kind'],
		['text', text(' … '), 'nothing-chosen']
	])('given %s and %j, then %s', (kind, choice, problem) => {
		expect(choiceProblem(question(kind), choice)).toEqual({ refused: 'answer/not-a-choice', details: { problem } });
	});

	test.each<[QuestionKind, Choice]>([
		['single', options('D')],
		['multiple', options('B', 'A', 'D')],
		['ordering', options('D', 'C', 'B', 'A')],
		['numeric', number('-12.5')],
		['matching', pairs({ A: '3', B: '1', C: '2', D: '1' })],
		['text', text('Pác Bó')]
	])('given %s and %j, then it is an answer', (kind, choice) => {
		expect(choiceProblem(question(kind), choice)).toBeNull();
	});
});
