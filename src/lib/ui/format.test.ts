// Holds how numbers, clocks and dates are written in both languages.
import { describe, expect, it } from 'vitest';
import {
	displayClock,
	displayCount,
	displayDate,
	displayMoment,
	displayPercent,
	displayPoints,
	displayTime
} from './format.ts';

describe('points', () => {
	it.each([
		[875, '8,75', '8.75'],
		[0, '0,00', '0.00'],
		[5, '0,05', '0.05'],
		[-25, '−0,25', '−0.25'],
		[1000, '10,00', '10.00'],
		[123450, '1.234,50', '1,234.50']
	])('%i hundredths', (points, vi, en) => {
		expect(displayPoints(points, 'vi')).toBe(vi);
		expect(displayPoints(points, 'en')).toBe(en);
	});
});

it('groups thousands by the language', () => {
	expect(displayCount(1234567, 'vi')).toBe('1.234.567');
	expect(displayCount(999, 'vi')).toBe('999');
	expect(displayCount(5000, 'en')).toBe('5,000');
});

it('writes percents, also of nothing', () => {
	expect(displayPercent(3, 8)).toBe('38%');
	expect(displayPercent(0, 0)).toBe('0%');
});

it('rounds a clock up, so that 00:00 means over', () => {
	expect(displayClock(61_000)).toBe('01:01');
	expect(displayClock(1)).toBe('00:01');
	expect(displayClock(-5)).toBe('00:00');
	expect(displayClock(6_000_000)).toBe('100:00');
});

it('writes dates and times of Vietnam, whatever the zone of the machine', () => {
	const at = '2026-02-02T17:05:09Z';
	expect(displayDate(at)).toBe('03/02/2026');
	expect(displayTime(at)).toBe('00:05:09');
	expect(displayMoment(at)).toBe('03/02/2026 00:05');
});
