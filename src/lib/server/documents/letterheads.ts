// The heads and feet of official papers as data: Party, State and plain; it must not know any contest or page.
// Party: Hướng dẫn 36-HD/VPTW (03/4/2018). State: Nghị định 30/2020/NĐ-CP (05/3/2020). Widths in millimetres.
import type { Bilingual } from '../../contest/ids.ts';

export const letterheadCodes = ['dang', 'nha-nuoc', 'tu-do'] as const;
export type LetterheadCode = (typeof letterheadCodes)[number];

/** As numbers name it: a report (báo cáo) or minutes (biên bản). */
export type PaperKind = 'BC' | 'BB';

export interface Letterhead {
	code: LetterheadCode;
	/** Top right, the first line in bold capitals; empty when the paper has none. */
	motto: Bilingual[];
	/** Under the issuing body: an asterisk, a short rule, or nothing. */
	underBody: 'asterisk' | 'rule' | 'none';
	/** "Số 36-HD/VPTW" against "Số: 15/QĐ-UBND"; the gap is filled in by hand. */
	number: ((kind: PaperKind) => Bilingual) | null;
	/** What stands before a body that signs: "T/M BAN TỔ CHỨC" against "TM. BAN TỔ CHỨC". */
	onBehalf: string;
	margins: { top: number; bottom: number; left: number; right: number };
}

const margins = { top: 20, bottom: 20, left: 30, right: 15 };

export const letterheads: Record<LetterheadCode, Letterhead> = {
	dang: {
		code: 'dang',
		motto: [{ vi: 'Đảng Cộng sản Việt Nam', en: 'Communist Party of Viet Nam' }],
		underBody: 'asterisk',
		number: (kind) => ({ vi: `Số            -${kind}/BTC`, en: `No.            -${kind}/BTC` }),
		onBehalf: 'T/M',
		margins
	},
	'nha-nuoc': {
		code: 'nha-nuoc',
		motto: [
			{ vi: 'Cộng hòa xã hội chủ nghĩa Việt Nam', en: 'Socialist Republic of Viet Nam' },
			{ vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' }
		],
		underBody: 'rule',
		number: (kind) => ({ vi: `Số:          /${kind}-BTC`, en: `No.:          /${kind}-BTC` }),
		onBehalf: 'TM.',
		margins
	},
	'tu-do': { code: 'tu-do', motto: [], underBody: 'rule', number: null, onBehalf: '', margins }
};

/** The Party's head unless another is asked for. */
export function letterheadOf(code: string | null): Letterhead {
	const known = letterheadCodes.find((each) => each === code);
	return letterheads[known ?? 'dang'];
}

/** "Quảng Ninh, ngày 03 tháng 4 năm 2026": days below 10 and months 1 and 2 with a zero. `day` is yyyy-MM-dd. */
export function placeAndDate(place: string, day: string, language: 'vi' | 'en'): string {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const at = place ? `${place}, ` : '';
	if (language === 'en') return `${at}${date} ${englishMonths[month - 1] ?? ''} ${year}`;
	return `${at}ngày ${String(date).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`;
}

const englishMonths = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];
