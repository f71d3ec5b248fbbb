// R13 and R14: reading numbers, what is an answer, what is right.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceProblem, isRight, readNumber } from './marking.ts';
import type { AnswerKey, Choice, QuestionKind } from './question.ts';

const options = (...ids: string[]): Choice => ({ kind: 'options', options: ids });
const number = (value: string): Choice => ({ kind: 'number', value });
const key = (correct: Choice, tolerance = '0'): AnswerKey => ({ correct, tolerance, explanation: '' });
const question = (kind: QuestionKind, ids = 'ABCD') => ({ kind, options: [...ids].map((id) => ({ id, text: id })) });

describe('R13 numbers the Vietnamese way', () => {
	test.each([
		['1587', '1587'],
		['1.587', '1587'],
		['1 587', '1587'],
		['1\u00a0587', '1587'],
		['12.345.678', '12345678'],
		['8,75', '8.75'],
		['1,587', '1.587'],
		['1.587,50', '1587.5'],
		['8.75', '8.75'],
		['1587.5', '1587.5'],
		['0.587', '0.587'],
		[' 007 ', '7'],
		['-3,50', '-3.5'],
		['−3', '-3'],
		['+3', '3'],
		['-0', '0'],
		['0,0', '0']
	])('given %j, when read, then %s', (typed, plain) => {
		expect(readNumber(typed)).toBe(plain);
	});

	test.each([
		'',
		'ba',
		'1,587.5',
		'1.58.7',
		'12 34',
		'1..5',
		'8,',
		',5',
		'1e5',
		'0,1234567',
		'1234567890123456',
		'1,5,5',
		'0x10'
	])('given %j, when read, then it is not a number', (typed) => {
		expect(readNumber(typed)).toBeNull();
	});

	test('a number written with grouped thousands is read as itself', () => {
		fc.assert(
			fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
				const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
				return (
					readNumber(grouped) === String(value) &&
					choiceProblem(question('numeric', ''), number(String(value))) === null
				);
			})
		);
	});
});

describe('R14 right or wrong', () => {
	test('given single or true/false, then exactly the option of the key', () => {
		expect(isRight('single', key(options('B')), options('B'))).toBe(true);
		expect(isRight('single', key(options('B')), options('A'))).toBe(false);
		expect(isRight('truefalse', key(options('A')), options('A'))).toBe(true);
		expect(isRight('single', key(options('B')), null)).toBe(false);
	});

	test('given several right options, then all or nothing, in any order', () => {
		const several = key(options('A', 'C'));
		expect(isRight('multiple', several, options('C', 'A'))).toBe(true);
		expect(isRight('multiple', several, options('A'))).toBe(false);
		expect(isRight('multiple', several, options('A', 'B', 'C'))).toBe(false);
		expect(isRight('multiple', several, options('A', 'A'))).toBe(false);
	});

	test('given an order, then exactly that order', () => {
		const order = key(options('C', 'A', 'B', 'D'));
		expect(isRight('ordering', order, options('C', 'A', 'B', 'D'))).toBe(true);
		expect(isRight('ordering', order, options('A', 'C', 'B', 'D'))).toBe(false);
	});

	test.each([
		['34', '34', '0', true],
		['034.000', '34', '0', true],
		['34.000001', '34', '0', false],
		['0.3', '0.2', '0.1', true],
		['0.300001', '0.2', '0.1', false],
		['-0', '0', '', true],
		['999999999999999.999999', '999999999999999.999998', '0', false],
		['-5', '5', '10', true]
	])('given the number %s for %s ± %s, then %s, without floats', (value, correct, tolerance, right) => {
		expect(isRight('numeric', key(number(correct), tolerance), number(value))).toBe(right);
	});

	test('given a choice of another kind, then wrong', () => {
		expect(isRight('numeric', key(number('1')), options('A'))).toBe(false);
		expect(isRight('single', key(options('A')), number('1'))).toBe(false);
	});
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
