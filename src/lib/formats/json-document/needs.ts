// What each kind of value in a document must be, as a sentence goes on after "Cần …"; it must not check anything.
import type { Bilingual } from '../../contest/ids.ts';

export const mostPoints = 100_000_000;
export const mostCount = 1_000_000;
/** About eleven days. */
export const mostMs = 1_000_000_000;
/** The year 2100. */
export const lastInstant = 4_102_444_800_000;

const needs = {
	points: {
		vi: 'số nguyên phần trăm điểm (5000 là 50,00 điểm)',
		en: 'a whole number of hundredths of a point (5000 is 50.00 points)'
	},
	'points-above-0': {
		vi: 'số nguyên phần trăm điểm lớn hơn 0 (5000 là 50,00 điểm)',
		en: 'a whole number of hundredths of a point above 0 (5000 is 50.00 points)'
	},
	'points-from-0': {
		vi: 'số nguyên phần trăm điểm từ 0 trở lên (5000 là 50,00 điểm)',
		en: 'a whole number of hundredths of a point, 0 or more (5000 is 50.00 points)'
	},
	'points-taken-off': {
		vi: 'số nguyên phần trăm điểm từ 0 trở xuống (−50 là trừ 0,50 điểm)',
		en: 'a whole number of hundredths of a point, 0 or less (−50 takes off 0.50 points)'
	},
	'points-or-all': {
		vi: 'số nguyên phần trăm điểm lớn hơn 0 (5000 là 50,00 điểm), hoặc "all"',
		en: 'a whole number of hundredths of a point above 0 (5000 is 50.00 points), or "all"'
	},
	mark: {
		vi: 'số nguyên phần trăm điểm từ 0 trở lên (850 là 8,50 điểm), hoặc null nếu chưa chấm',
		en: 'a whole number of hundredths of a point, 0 or more (850 is 8.50 points), or null where nothing was marked'
	},
	note: {
		vi: '"never", "always" hoặc {"below": số nguyên phần trăm điểm}',
		en: '"never", "always" or {"below": hundredths of a point}'
	},
	percent: {
		vi: 'số nguyên phần trăm từ 0 đến 1000 (100 là giữ nguyên)',
		en: 'a whole percentage from 0 to 1000 (100 leaves it as it is)'
	},
	'share-taken-off': { vi: 'số nguyên phần trăm từ −100 đến 0', en: 'a whole percentage from −100 to 0' },
	count: { vi: 'số nguyên từ 0 đến 1000000', en: 'a whole number from 0 to 1000000' },
	'count-above-0': { vi: 'số nguyên từ 1 đến 1000000', en: 'a whole number from 1 to 1000000' },
	'duration-ms': {
		vi: 'số nguyên mili giây từ 0 đến 1000000000 (60000 là 1 phút)',
		en: 'whole milliseconds from 0 to 1000000000 (60000 is a minute)'
	},
	'correction-ms': {
		vi: 'số nguyên mili giây từ −1000000000 đến 1000000000 (60000 là 1 phút)',
		en: 'whole milliseconds from −1000000000 to 1000000000 (60000 is a minute)'
	},
	'instant-ms': {
		vi: 'thời điểm tính bằng số nguyên mili giây từ ngày 01/01/1970, trước năm 2100',
		en: 'an instant in whole milliseconds since 1 January 1970, before the year 2100'
	},
	'instant-iso': {
		vi: 'thời điểm theo ISO 8601, giờ UTC (2021-07-15T08:00:00.000Z)',
		en: 'an instant as ISO 8601 in UTC (2021-07-15T08:00:00.000Z)'
	},
	number: {
		vi: 'số thập phân trong dấu ngoặc kép, dùng dấu chấm ("8.75"), tối đa 15 chữ số phần nguyên và 6 chữ số phần lẻ',
		en: 'a decimal number as text with a dot ("8.75"), at most 15 digits before it and 6 after'
	},
	tolerance: {
		vi: 'số thập phân không âm trong dấu ngoặc kép, dùng dấu chấm ("0.5"), hoặc "" nếu không có sai số',
		en: 'a decimal number of 0 or more as text with a dot ("0.5"), or "" for no tolerance'
	},
	code: {
		vi: 'mã có từ 1 đến 100 ký tự, không có khoảng trắng ở hai đầu',
		en: 'a code of 1 to 100 characters without blanks at its ends'
	},
	text: { vi: 'văn bản trong dấu ngoặc kép, tối đa 10000 ký tự', en: 'text in quotes of at most 10000 characters' },
	'yes-no': { vi: 'true hoặc false', en: 'true or false' },
	list: { vi: 'một danh sách [ ]', en: 'a list [ ]' },
	object: { vi: 'một đối tượng { }', en: 'an object { }' },
	'award-to': {
		vi: '{"contestant": số báo danh} hoặc {"unit": mã đơn vị}',
		en: '{"contestant": contestant number} or {"unit": code of the unit}'
	}
} satisfies Record<string, Bilingual>;

export type Need = keyof typeof needs;

/** A need as a schema carries it in its error: the name of one above, `one-of:a, b`, `fields:a, b` or `at-most:n`. */
export function describeNeed(carried: string): Bilingual {
	if (Object.hasOwn(needs, carried)) return needs[carried as Need];
	const [kind, rest = ''] = carried.split(/:(.*)/s);
	switch (kind) {
		case 'one-of':
			return rest.includes(', ') ? { vi: `một trong: ${rest}`, en: `one of: ${rest}` } : { vi: rest, en: rest };
		case 'at-most':
			return { vi: `danh sách có tối đa ${rest} mục`, en: `a list of at most ${rest} items` };
		default:
			throw new Error(`no sentence for ${carried}`);
	}
}
