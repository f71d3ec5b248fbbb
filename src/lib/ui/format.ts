// How numbers, clocks and dates are written for people; it must not know what they count. Zone: Asia/Ho_Chi_Minh.
import { getLocale } from '#lib/paraglide/runtime.js';

export type Language = 'vi' | 'en';

const zone = 'Asia/Ho_Chi_Minh';
const dateParts = new Intl.DateTimeFormat('en-GB', {
	timeZone: zone,
	day: '2-digit',
	month: '2-digit',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23'
});

function partsOf(at: Date | number | string): Record<string, string> {
	const parts: Record<string, string> = {};
	for (const { type, value } of dateParts.formatToParts(new Date(at))) parts[type] = value;
	return parts;
}

/** Whole numbers with grouped thousands: 1234 → "1.234" (vi), "1,234" (en). */
export function displayCount(count: number, language: Language = getLocale()): string {
	return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}

/** Hundredths of a point with two decimals: 875 → "8,75" (vi), "8.75" (en); a true minus sign. */
export function displayPoints(hundredths: number, language: Language = getLocale()): string {
	const size = Math.abs(hundredths);
	const whole = displayCount(Math.trunc(size / 100), language);
	const rest = String(size % 100).padStart(2, '0');
	return `${hundredths < 0 ? '−' : ''}${whole}${language === 'vi' ? ',' : '.'}${rest}`;
}

/** A share as whole percents: 3 of 8 → "38%"; nothing of nothing is "0%". */
export function displayPercent(part: number, whole: number): string {
	return `${whole > 0 ? Math.round((part * 100) / whole) : 0}%`;
}

/** A duration in milliseconds, rounded up to whole seconds, as "mm:ss" (minutes may pass 99). */
export function displayClock(durationMs: number): string {
	const seconds = Math.max(0, Math.ceil(durationMs / 1000));
	return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "03/02/2026". */
export function displayDate(at: Date | number | string): string {
	const { day, month, year } = partsOf(at);
	return `${day}/${month}/${year}`;
}

/** "09:41:07". */
export function displayTime(at: Date | number | string): string {
	const { hour, minute, second } = partsOf(at);
	return `${hour}:${minute}:${second}`;
}

/** "09:41". */
export function displayHour(at: Date | number | string): string {
	const { hour, minute } = partsOf(at);
	return `${hour}:${minute}`;
}

/** "03/02/2026 09:41". */
export function displayMoment(at: Date | number | string): string {
	return `${displayDate(at)} ${displayHour(at)}`;
}
