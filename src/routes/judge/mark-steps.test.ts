// R23: steps and bands lead to marks on the grid of their criterion, and nothing becomes zero by itself.
import { expect, test } from 'vitest';
import { middleOf, steppedMark } from './mark-steps.ts';

const scale = { min: 0, max: 400, step: 25 };

test.each([
	[null, 1, 25],
	[null, -1, null],
	[0, -1, 0],
	[400, 1, 400],
	[325, 1, 350]
] as const)('R23 from %s by %s step', (mark, by, expected) => {
	expect(steppedMark(scale, mark, by)).toBe(expected);
});

test('R23 an empty mark of a criterion with a minimum starts there', () => {
	expect(steppedMark({ ...scale, min: 100 }, null, 1)).toBe(100);
});

test('R23 the middle of a band lies on the grid and inside the band', () => {
	expect(middleOf(scale, { min: 0, max: 150 })).toBe(75);
	expect(middleOf(scale, { min: 275, max: 325 })).toBe(300);
	expect(middleOf(scale, { min: 375, max: 400 })).toBe(400);
});
