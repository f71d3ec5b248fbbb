// R146: which sheets are timed, and the median of their times.
import { expect, test } from 'vitest';
import { medianMs, timeOfSheet, type TimedSheet } from './marking-time.ts';

const sheet: TimedSheet = { revision: 1, origin: 'screen', begunAt: 1000, lockedAt: 61_000 };

test('R146 a sheet takes from its first saving to its signature', () => {
	expect(timeOfSheet(sheet)).toBe(60_000);
});

test.each<Partial<TimedSheet>>([{ revision: 2 }, { origin: 'paper' }, { begunAt: null }, { lockedAt: null }])(
	'R146 not timed: %j',
	(change) => {
		expect(timeOfSheet({ ...sheet, ...change })).toBeNull();
	}
);

test('R146 the median is the middle time, of an even number the mean of the two in the middle', () => {
	expect(medianMs([90, 10, 50])).toBe(50);
	expect(medianMs([90, 10, 50, 61])).toBe(56);
	expect(medianMs([])).toBeNull();
});
