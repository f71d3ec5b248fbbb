// How much of a question is right (R14, R100–R104), each kind with an example worked out.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratio } from '../points.ts';
import { compareRatios } from '../ratio.ts';
import type { RecordedChoice, RecordedQuestion, RecordedQuestionKind } from '../record/question.ts';
import type { QuestionMarking } from '../rules/parts.ts';
import { markerOf } from './marking.ts';
import { foldTyped } from './typed-answer.ts';

const strict: QuestionMarking = { multiple: { kind: 'all-or-nothing' }, ordering: 'exact', matching: 'exact' };
const chosen = (...options: string[]): RecordedChoice => ({ kind: 'options', options });
const typed = (value: string): RecordedChoice => ({ kind: 'text', value });
const number = (value: string): RecordedChoice => ({ kind: 'number', value });

function question(
	kind: RecordedQuestionKind,
	correct: RecordedChoice,
	more: Partial<RecordedQuestion['key']> = {}
): RecordedQuestion {
	return {
		code: 'C1',
		kind,
		options: ['A', 'B', 'C', 'D'],
		targets: ['1', '2', '3', '4'],
		key: { correct, tolerance: '', alsoCorrect: [], ...more },
		points: null
	};
}

const share = (asked: RecordedQuestion, choice: RecordedChoice, marking: Partial<QuestionMarking> = {}) => {
	const { numerator, denominator } = markerOf(asked, { ...strict, ...marking })(choice);
	return `${numerator}/${denominator}`;
};

test('R14: one right option, nothing else', () => {
	const asked = question('single', chosen('B'));
	expect([chosen('B'), chosen('A'), chosen('A', 'B'), chosen(), number('1')].map((each) => share(asked, each))).toEqual(
		['1/1', '0/1', '0/1', '0/1', '0/1']
	);
});

describe('R101: several right options, A B C of A B C D', () => {
	const asked = question('multiple', chosen('A', 'B', 'C'));
	const given = [chosen('C', 'A', 'B'), chosen('A', 'B'), chosen('A', 'B', 'D'), chosen('A', 'D'), chosen('D')];

	test.each([
		['all or nothing', { kind: 'all-or-nothing' }, ['1/1', '0/1', '0/1', '0/1', '0/1']],
		// Two of three; a wrong one takes everything.
		['partial', { kind: 'partial' }, ['1/1', '2/3', '0/1', '0/1', '0/1']],
		// (3−0)/3, (2−0)/3, (2−1)/3, (1−1)/3, (0−1)/3 → not below 0.
		['right minus wrong', { kind: 'right-minus-wrong', leastShare: 0 }, ['1/1', '2/3', '1/3', '0/1', '0/1']],
		[
			'right minus wrong, below zero',
			{ kind: 'right-minus-wrong', leastShare: -50 },
			['1/1', '2/3', '1/3', '0/1', '-1/3']
		]
	] as const)('%s', (_, multiple, shares) => {
		expect(given.map((each) => share(asked, each, { multiple }))).toEqual(shares);
	});
});

test('R14, R102: an order is right as a whole, or by the neighbours that stay together', () => {
	const asked = question('ordering', chosen('A', 'B', 'C', 'D'));
	const given = [chosen('A', 'B', 'C', 'D'), chosen('C', 'A', 'B', 'D'), chosen('D', 'C', 'B', 'A')];
	expect(given.map((each) => share(asked, each))).toEqual(['1/1', '0/1', '0/1']);
	// The neighbours of the key are AB, BC, CD: of C A B D only AB is one.
	expect(given.map((each) => share(asked, each, { ordering: 'adjacent-pairs' }))).toEqual(['1/1', '1/3', '0/1']);
});

test('R103: pairs, all of them or their share', () => {
	const pairs = (text: string): RecordedChoice => ({
		kind: 'pairs',
		pairs: Object.fromEntries(text.split(' ').map((pair) => [pair[0] ?? '', pair[1] ?? '']))
	});
	const asked = question('matching', pairs('A1 B2 C3 D4'));
	const given = [pairs('D4 C3 B2 A1'), pairs('A1 B2 C4 D3'), pairs('A1')];
	expect(given.map((each) => share(asked, each))).toEqual(['1/1', '0/1', '0/1']);
	expect(given.map((each) => share(asked, each, { matching: 'per-pair' }))).toEqual(['1/1', '1/2', '1/4']);
});

test('R14: a number within the tolerance, compared as decimals', () => {
	const asked = question('numeric', number('0.2'), { tolerance: '0.1' });
	expect(['0.3', '0.1', '0.300001', '-0.2'].map((value) => share(asked, number(value)))).toEqual([
		'1/1',
		'1/1',
		'0/1',
		'0/1'
	]);
});

test('R100, R104: a typed answer, however it is typed, and other wordings of the key', () => {
	const asked = question('text', typed('Hòa Bình'), { alsoCorrect: ['tỉnh Hòa Bình'] });
	const right = ['hoà bình', '  HÒA   BÌNH. ', 'Ho\u0300a Bi\u0300nh', 'hòa\u00a0bình', '“Hoà Bình”', 'Tỉnh Hoà Bình'];
	expect(right.map((value) => share(asked, typed(value)))).toEqual(right.map(() => '1/1'));
	const wrong = ['hoa binh', 'hoá bình', 'Hòa Bìn', 'hòabình', ''];
	expect(wrong.map((value) => share(asked, typed(value)))).toEqual(wrong.map(() => '0/1'));
});

test.each([
	['thuỷ', 'thủy'],
	['khoẻ', 'khỏe'],
	['quý', 'qúy'],
	['của', 'cuả'],
	['Hòa\u200b Bình\ufeff', 'hòa bình'],
	['Điện Biên Phủ', 'điện biên phủ'.normalize('NFD')]
])('R100: %s is %s', (a, b) => {
	expect(foldTyped(a)).toBe(foldTyped(b));
});

test('R100: accents themselves count: ma má mà mả mã mạ, đ and d, ô and o are nine words', () => {
	const words = ['ma', 'má', 'mà', 'mả', 'mã', 'mạ', 'da', 'đa', 'mô', 'mo'];
	expect(new Set(words.map(foldTyped)).size).toBe(words.length);
});

test('R101–R104: a share is never above 1, and the key itself is all', () => {
	const options = fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 1 });
	const multiple = fc.constantFrom<QuestionMarking['multiple']>(
		{ kind: 'all-or-nothing' },
		{ kind: 'partial' },
		{ kind: 'right-minus-wrong', leastShare: -100 }
	);
	fc.assert(
		fc.property(options, options, multiple, (key, answer, marking) => {
			const marker = markerOf(question('multiple', chosen(...key)), { ...strict, multiple: marking });
			expect(marker(chosen(...key))).toEqual({ numerator: 1, denominator: 1 });
			const share = marker(chosen(...answer));
			expect(compareRatios(share, ratio(1))).toBeLessThanOrEqual(0);
			// Taking a wrong option out never makes it worse.
			const without = answer.filter((id) => key.includes(id));
			expect(compareRatios(marker(chosen(...without)), share)).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 1000 }
	);
});
