// R55, R56: which step of the hall each key of a clicker asks for.
import { describe, expect, test } from 'vitest';
import { asWish, hallOf, wishOf, type HallNow } from './hall-keys.ts';

const live = { show: 'live' } as const;
const ceremony = (step: number): HallNow => ({ show: 'ceremony', step, steps: 3 });

describe('the keys of a clicker', () => {
	test('R56 Page Down and the arrow take one step, Page Up goes one back, neither leaves the ceremony', () => {
		expect(wishOf('PageDown', ceremony(1), live)).toEqual({ show: 'ceremony', step: 2 });
		expect(wishOf('ArrowRight', ceremony(1), live)).toEqual({ show: 'ceremony', step: 2 });
		expect(wishOf('PageUp', ceremony(1), live)).toEqual({ show: 'ceremony', step: 0 });
		expect(wishOf('PageUp', ceremony(0), live)).toBeNull();
		expect(wishOf('PageDown', ceremony(3), live)).toBeNull();
	});

	test('they do nothing while no ceremony is on', () => {
		for (const show of ['live', 'standings', 'blank'] as const)
			expect(wishOf('PageDown', { show, step: 0, steps: 3 }, live)).toBeNull();
	});

	test('B blanks the hall, and B again brings back what was there', () => {
		const before = asWish(ceremony(2));
		expect(wishOf('b', ceremony(2), live)).toEqual({ show: 'blank' });
		expect(wishOf('B', { show: 'blank', step: 0, steps: 0 }, before)).toEqual({ show: 'ceremony', step: 2 });
	});

	test('other keys ask for nothing', () => {
		for (const key of ['a', 'Enter', ' ', 'ArrowDown']) expect(wishOf(key, ceremony(1), live)).toBeNull();
	});

	test('a screen tells from its scene where the hall is', () => {
		expect(hallOf({ scene: { kind: 'waiting' }, isBlank: false })).toMatchObject({ show: 'live' });
		expect(hallOf({ scene: { kind: 'blank' }, isBlank: true })).toMatchObject({ show: 'blank' });
		// The master of ceremonies still reads what is going on.
		expect(hallOf({ scene: { kind: 'waiting' }, isBlank: true })).toMatchObject({ show: 'blank' });
		// Several rankings follow each other: the steps count on, though the places shown begin anew.
		const scene = { kind: 'ceremony' as const, title: null, revealed: [], hidden: 5, step: 3, steps: 8 };
		expect(hallOf({ scene, isBlank: false })).toEqual({ show: 'ceremony', step: 3, steps: 8 });
	});
});
