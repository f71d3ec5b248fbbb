// R261, R264: how many a unit may register, and whether it takes part.
import { expect, test } from 'vitest';
import { existsOn, hasPlace } from './places.ts';

const taken = { waiting: 1, expected: 1, reserves: 1 };

test('R261 what waits and who is expected take the places of a quota; without one there is always room', () => {
	expect([1, 2, 3].map((quota) => hasPlace(false, taken, { quota, reserves: 0 }))).toEqual([false, false, true]);
	expect(hasPlace(false, taken, { quota: null, reserves: 0 })).toBe(true);
});

test('R261 reserve members have a number of their own, and none where nobody is asked for', () => {
	expect([1, 2].map((reserves) => hasPlace(true, taken, { quota: 1, reserves }))).toEqual([false, true]);
	expect([true, false].map((isReserve) => hasPlace(isReserve, taken, { quota: 0, reserves: 9 }))).toEqual([
		false,
		false
	]);
});

test('R264 first and last day belong to the time of a unit', () => {
	const days = ['2025-06-30', '2025-07-01', '2026-12-31', '2027-01-01'];
	const merged = { validFrom: '2025-07-01', validUntil: '2026-12-31' };
	expect(days.map((day) => existsOn(day, merged))).toEqual([false, true, true, false]);
	expect(days.every((day) => existsOn(day, { validFrom: null, validUntil: null }))).toBe(true);
});
