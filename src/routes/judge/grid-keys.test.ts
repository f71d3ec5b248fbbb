// The keys of the grid of marks: between criteria, between bands, and never out of the grid.
import { expect, test } from 'vitest';
import { beginsMark, placeAfter } from './grid-keys.ts';

/** Three criteria with four, three and five bands. */
const widths = [5, 4, 6];
const at = (row: number, column: number) => ({ row, column });

test.each([
	['ArrowDown', at(0, 0), at(1, 0)],
	['ArrowUp', at(1, 2), at(0, 2)],
	['ArrowRight', at(0, 0), at(0, 1)],
	['ArrowLeft', at(2, 5), at(2, 4)],
	['Enter', at(0, 3), at(1, 0)],
	['ArrowDown', at(0, 4), at(1, 3)],
	['ArrowUp', at(2, 5), at(1, 3)],
	['ArrowUp', at(0, 1), null],
	['ArrowLeft', at(1, 0), null],
	['ArrowRight', at(1, 3), null],
	['Enter', at(2, 0), null],
	['a', at(0, 0), null],
	['constructor', at(0, 0), null]
])('%s from %j leads to %j', (key, from, to) => {
	expect(placeAfter(key, from, widths)).toEqual(to);
});

test('figures and both decimal signs begin a mark', () => {
	expect(['0', '9', ',', '.'].every(beginsMark)).toBe(true);
	expect(['-', 'a', 'Enter', '10'].some(beginsMark)).toBe(false);
});
