// Days and moments as they are typed.
import { expect, test } from 'vitest';
import { readTypedDate, readTypedMoment } from './typed-date.ts';

test.each([
	['3/2/1990', '1990-02-03'],
	['03-02-1990', '1990-02-03'],
	[' 28.02.1990 ', '1990-02-28'],
	['31/02/1990', null],
	['1990', null],
	['', null]
])('the day %j is %s', (text, day) => {
	expect(readTypedDate(text)).toBe(day);
});

test.each([
	['31/12/2026 17:00', '2026-12-31T10:00:00.000Z'],
	['31/12/2026 7h30', '2026-12-31T00:30:00.000Z'],
	['1/1/2027', '2026-12-31T17:00:00.000Z'],
	['31/12/2026 24:00', null],
	['31/12/2026 17:60', null],
	['17:00', null]
])('the moment %j is %s', (text, at) => {
	const read = readTypedMoment(text);
	expect(read === null ? null : new Date(read).toISOString()).toBe(at);
});
