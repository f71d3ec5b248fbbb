// The forms of official papers as data: Party, State and plain (R302); it must not know any contest or page.
// Party: Hướng dẫn 36-HD/VPTW (03/4/2018). State: Nghị định 30/2020/NĐ-CP (05/3/2020). Widths in millimetres.
import type { Bilingual } from '../ids.ts';

export const letterheadCodes = ['dang', 'nha-nuoc', 'tu-do'] as const;
export type LetterheadCode = (typeof letterheadCodes)[number];

/** As numbers name it: a report (báo cáo), minutes (biên bản), a proposal (tờ trình) or a decision (quyết định). */
export const paperKinds = ['BC', 'BB', 'TTr', 'QĐ'] as const;
export type PaperKind = (typeof paperKinds)[number];

export interface Margins {
	top: number;
	bottom: number;
	left: number;
	right: number;
}

export interface LetterheadForm {
	/** Top right, the first line in bold capitals; empty when the paper has none. */
	motto: Bilingual[];
	/** Under the issuing body: an asterisk, a short rule, or nothing. */
	underBody: 'asterisk' | 'rule' | 'none';
	/** "Số 36-HD/VPTW" against "Số: 15/QĐ-UBND"; null where papers of the form have no number. */
	number: ((number: string, kind: PaperKind, symbol: string) => Bilingual) | null;
	/** What stands before a body, an office or an order that signs: "T/M" against "TM.". */
	signing: { whole: Bilingual; deputy: Bilingual; order: Bilingual };
	margins: Margins;
}

const margins = { top: 20, bottom: 20, left: 30, right: 15 };
const signing = (whole: string, deputy: string, order: string) => ({
	whole: { vi: whole, en: 'For the' },
	deputy: { vi: deputy, en: 'For the' },
	order: { vi: order, en: 'By order of the' }
});
const state = signing('TM.', 'KT.', 'TL.');

export const letterheadForms: Record<LetterheadCode, LetterheadForm> = {
	dang: {
		motto: [{ vi: 'Đảng Cộng sản Việt Nam', en: 'Communist Party of Viet Nam' }],
		underBody: 'asterisk',
		number: (number, kind, symbol) => ({
			vi: `Số ${number}-${kind}/${symbol}`,
			en: `No. ${number}-${kind}/${symbol}`
		}),
		signing: signing('T/M', 'K/T', 'T/L'),
		margins
	},
	'nha-nuoc': {
		motto: [
			{ vi: 'Cộng hòa xã hội chủ nghĩa Việt Nam', en: 'Socialist Republic of Viet Nam' },
			{ vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' }
		],
		underBody: 'rule',
		number: (number, kind, symbol) => ({
			vi: `Số: ${number}/${kind}-${symbol}`,
			en: `No.: ${number}/${kind}-${symbol}`
		}),
		signing: state,
		margins
	},
	'tu-do': { motto: [], underBody: 'rule', number: null, signing: state, margins }
};

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
