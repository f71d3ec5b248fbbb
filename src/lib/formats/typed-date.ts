// Days and moments as people type them into a form, in Vietnamese time; it must not know today.
import { parseVietnameseDate } from './vietnamese-date.ts';

/** «3/2/1990», also with dots, dashes or blanks → yyyy-MM-dd; null for everything that is no day. */
export function readTypedDate(text: string): string | null {
	const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim());
	if (!match) return null;
	const [, day = '', month = '', year = ''] = match;
	return parseVietnameseDate(`${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`);
}

/** «31/12/2026 17:00», also «17h00» and without the hour, which is then the beginning of the day → ms since the epoch; null for everything else. */
export function readTypedMoment(text: string): number | null {
	const match = /^(\S+?)(?:[ ,]+(\d{1,2})[:h](\d{2}))?$/i.exec(text.trim());
	const day = readTypedDate(match?.[1] ?? '');
	const [hour, minute] = [match?.[2] ?? '0', match?.[3] ?? '0'];
	if (day === null || Number(hour) > 23 || Number(minute) > 59) return null;
	return Date.parse(`${day}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}:00+07:00`);
}
