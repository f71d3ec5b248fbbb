// Dates and times as Vietnamese documents write them; it must not know today.

const ZONE = 'Asia/Ho_Chi_Minh';

/** dd/MM/yyyy, strictly (29/02 only in leap years) → yyyy-MM-dd; null for everything else. */
export function parseVietnameseDate(text: string): string | null {
	const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
	if (!match) return null;
	const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return null;
	return `${match[3]}-${match[2]}-${match[1]}`;
}

/** A date as people write it («3-2-1990», «3.2.1990», «1990-02-03») → dd/MM/yyyy, whether or not it is real; null when it is none, or may be read two ways. */
export function writtenDate(text: string): string | null {
	const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
	if (day && month && year) return `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`;
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	return iso ? `${iso[3]}/${iso[2]}/${iso[1]}` : null;
}

function daysIn(month: number, year: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** yyyy-MM-dd → 03/02/2026. Throws on anything but a date that `parseVietnameseDate` could have made. */
export function formatIsoDate(isoDate: string): string {
	const text = isoDate.split('-').reverse().join('/');
	if (parseVietnameseDate(text) !== isoDate) throw new RangeError(`not an ISO date: ${isoDate}`);
	return text;
}

/** yyyy-MM-dd → «ngày 03 tháng 02 năm 2026» (day always, month up to 2 with a leading zero, as the state rule asks). */
export function longIsoDate(isoDate: string): string {
	const [day, month, year] = formatIsoDate(isoDate).split('/') as [string, string, string];
	return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** The calendar day of an instant in Vietnam, yyyy-MM-dd. */
export function isoDateOf(at: Date): string {
	const { day, month, year } = partsOf(at);
	return `${year}-${month}-${day}`;
}

/** Instant → 03/02/2026 in Vietnam. */
export function formatDate(at: Date): string {
	return formatIsoDate(isoDateOf(at));
}

/** Instant → «ngày 03 tháng 02 năm 2026» in Vietnam. */
export function longDate(at: Date): string {
	return longIsoDate(isoDateOf(at));
}

/** Instant → 14:05:09 in Vietnam. */
export function formatTime(at: Date): string {
	const { hour, minute, second } = partsOf(at);
	return `${hour}:${minute}:${second}`;
}

/** Instant → 14:05:09 03/02/2026 in Vietnam. */
export function formatDateTime(at: Date): string {
	return `${formatTime(at)} ${formatDate(at)}`;
}

/** Duration → mm:ss, rounded down to whole seconds; minutes may pass 59, below zero it shows a minus. */
export function formatDuration(durationMs: number): string {
	const seconds = Math.floor(Math.abs(durationMs) / 1000);
	const text = [Math.floor(seconds / 60), seconds % 60].map((n) => String(n).padStart(2, '0')).join(':');
	return durationMs < 0 && seconds > 0 ? `-${text}` : text;
}

const clock = new Intl.DateTimeFormat('en-GB', {
	timeZone: ZONE,
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23'
});

type ClockPart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function partsOf(at: Date): Record<ClockPart, string> {
	const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
	return { ...(parts as Record<ClockPart, string>), year: (parts.year ?? '').padStart(4, '0') };
}
