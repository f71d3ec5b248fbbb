// Dates and times as Vietnamese papers write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	formatDate,
	formatDateTime,
	formatDuration,
	formatIsoDate,
	formatTime,
	longDate,
	longIsoDate,
	parseVietnameseDate
} from './vietnamese-date.ts';

describe('Vietnamese dates', () => {
	it('reads dd/MM/yyyy and nothing else', () => {
		expect(parseVietnameseDate('29/02/1988')).toBe('1988-02-29');
		expect(parseVietnameseDate('29/02/2000')).toBe('2000-02-29');
		for (const wrong of [
			'29/02/1900',
			'29/02/2021',
			'31/02/1990',
			'31/04/1990',
			'00/01/1990',
			'01/13/1990',
			'1/2/1990',
			'01-02-1990',
			'1990-02-01',
			'01/02/90',
			' 01/02/1990',
			'٠١/02/1990',
			'01/01/0000',
			''
		]) {
			expect(parseVietnameseDate(wrong), wrong).toBeNull();
		}
	});

	it('writes what it read', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
				(date) => {
					const isoDate = date.toISOString().slice(0, 10);
					expect(parseVietnameseDate(formatIsoDate(isoDate))).toBe(isoDate);
				}
			)
		);
		expect(() => formatIsoDate('2026-02-30')).toThrow(RangeError);
	});

	it('writes the long form with a leading zero for days and the first two months', () => {
		expect(longIsoDate('2026-02-03')).toBe('ngày 03 tháng 02 năm 2026');
		expect(longIsoDate('2018-04-03')).toBe('ngày 03 tháng 4 năm 2018');
		expect(longIsoDate('2018-12-23')).toBe('ngày 23 tháng 12 năm 2018');
	});

	it('tells instants in Vietnam', () => {
		const at = new Date('2026-02-02T17:05:09Z');
		expect(formatDate(at)).toBe('03/02/2026');
		expect(formatTime(at)).toBe('00:05:09');
		expect(formatDateTime(at)).toBe('00:05:09 03/02/2026');
		expect(longDate(at)).toBe('ngày 03 tháng 02 năm 2026');
	});

	it('tells durations', () => {
		expect([0, 999, 61_000, 3_599_999, 6_000_000, -1_500].map(formatDuration)).toEqual([
			'00:00',
			'00:00',
			'01:01',
			'59:59',
			'100:00',
			'-00:01'
		]);
	});
});
