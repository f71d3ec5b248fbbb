// Days as people type them: strict about the calendar, easy about the strokes between.
import { expect, test } from 'vitest';
import { readTypedDay, writeDay } from './typed-day.ts';

test.each([
	['01/12/2026', '2026-12-01'],
	['1/2/2026', '2026-02-01'],
	[' 31.12.2026 ', '2026-12-31'],
	['29-02-2028', '2028-02-29'],
	['03 02 2026', '2026-02-03'],
	['03022026', '2026-02-03']
])('%s is a day', (text, iso) => {
	expect(readTypedDay(text)).toBe(iso);
});

test.each([
	'',
	'12/2026',
	'31/04/2026',
	'29/02/2026',
	'12/31/2026',
	'00/01/2026',
	'01/12/26',
	'01/12/1926',
	'2026-12-01',
	'1122026'
])('%s is none', (text) => {
	expect(readTypedDay(text)).toBeNull();
});

test('what is read is written with two figures for day and month', () => {
	expect(writeDay(readTypedDay('3/2/2026') ?? '')).toBe('03/02/2026');
});
