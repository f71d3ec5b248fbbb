// R260: when units may register.
import { expect, test } from 'vitest';
import { mayStillChange, windowState } from './window.ts';

const window = { opensAt: 1_000, closesAt: 2_000 };

test.each([
	[999, 'early'],
	[1_000, 'open'],
	[1_999, 'open'],
	[2_000, 'closed']
] as const)('R260 at %i it is %s', (now, state) => {
	expect(windowState(window, now)).toBe(state);
});

test('R260 without instants it is open, without anything asked it is not', () => {
	expect(windowState({ opensAt: null, closesAt: null }, 0)).toBe('open');
	expect(windowState(null, 0)).toBe('not-asked');
});

test('R260 after the closing only what was returned is corrected', () => {
	const states = ['not-asked', 'early', 'open', 'closed'] as const;
	expect(states.filter((state) => mayStillChange(state, false))).toEqual(['open']);
	expect(states.filter((state) => mayStillChange(state, true))).toEqual(['open', 'closed']);
});
