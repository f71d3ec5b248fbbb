// Holds that a clock speaks at its milestones only, once each, and never of a time it did not have.
import { expect, it } from 'vitest';
import { milestonePassed } from './milestones.ts';

function spoken(totalMs: number, stepMs: number) {
	const said = [];
	for (let left = totalMs; left > -stepMs * 3; left -= stepMs) {
		const passed = milestonePassed(left, left - stepMs, totalMs);
		if (passed) said.push(passed);
	}
	return said;
}

it('speaks at half, 30 s, 10 s and the end of two minutes', () => {
	expect(spoken(120_000, 250)).toEqual(['half', 30, 10, 'over']);
});

it('leaves out what is longer than the whole', () => {
	expect(spoken(20_000, 250)).toEqual([10, 'over']);
	expect(spoken(8_000, 250)).toEqual(['half', 'over']);
});

it('after a long sleep says only the latest', () => {
	expect(milestonePassed(60_000, 5_000, 90_000)).toBe(10);
	expect(milestonePassed(60_000, -5_000, 90_000)).toBe('over');
});
