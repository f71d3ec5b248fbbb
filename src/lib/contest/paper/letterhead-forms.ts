// The forms of official papers as data: Party, State and plain (R302); it must not know any contest or page.
// Party: Hướng dẫn 36-HD/VPTW (03/4/2018). State: Nghị định 30/2020/NĐ-CP (05/3/2020). Widths in millimetres, letters in points.
import type { Bilingual } from '../ids.ts';

export const letterheadCodes = ['dang', 'nha-nuoc', 'tu-do'] as const;
export type LetterheadCode = (typeof letterheadCodes)[number];

/** As numbers name it: minutes (biên bản), a proposal (tờ trình) or a decision (quyết định). Lists have no number (R351). */
export const paperKinds = ['BB', 'TTr', 'QĐ'] as const;
export type PaperKind = (typeof paperKinds)[number];

export interface Margins {
	top: number;
	bottom: number;
	left: number;
	right: number;
}

/** Letters of each element of a paper. */
export interface Sizes {
	/** First line of the motto, and the other. */
	motto: number;
	second: number;
	/** Bodies at the upper left. */
	bodies: number;
	/** Number, place and date. */
	number: number;
	title: number;
	subject: number;
	text: number;
	/** Who signs. */
	signer: number;
	/** The word over the recipients, and they. */
	recipients: number;
	recipient: number;
}

export interface LetterheadForm {
	/** Top right, the first line in bold capitals; empty when the paper has none. */
	motto: Bilingual[];
	/** Under the issuing body: an asterisk, a short rule, or nothing. */
	underBody: 'asterisk' | 'rule' | 'none';
	/** Under what the paper is about. */
	underSubject: 'hyphens' | 'rule';
	/** Before each ground of a decision or proposal, how it is set, and what ends the last one. */
	grounds: { before: string; look: 'italic' | null; end: string };
	/** A decision names who decides above its grounds, or behind them with the word (R354). */
	decides: 'above' | 'behind';
	/** How the word over the recipients is set. */
	recipients: 'underlined' | 'strong-italic';
	/** "36-HD/VPTW" against "15/QĐ-UBND"; null where papers of the form have no number. */
	number: ((number: string, kind: PaperKind, symbol: string) => string) | null;
	/** Before the number at the head. */
	numberWord: Bilingual;
	/** What stands before a body, an office or an order that signs: "T/M" against "TM.". */
	signing: { whole: Bilingual; deputy: Bilingual; order: Bilingual };
	margins: Margins;
	sizes: Sizes;
}

const margins = { top: 20, bottom: 20, left: 30, right: 15 };
const signing = (whole: string, deputy: string, order: string) => ({
	whole: { vi: whole, en: 'On behalf of' },
	deputy: { vi: deputy, en: 'For' },
	order: { vi: order, en: 'By order of' }
});
/** What the free form has from the State. */
const state = {
	underBody: 'rule',
	underSubject: 'rule',
	grounds: { before: '', look: 'italic', end: '.' },
	decides: 'above',
	recipients: 'strong-italic',
	numberWord: { vi: 'Số:', en: 'No.:' },
	signing: signing('TM.', 'KT.', 'TL.'),
	margins,
	sizes: {
		motto: 12,
		second: 13,
		bodies: 12,
		number: 13,
		title: 14,
		subject: 14,
		text: 13,
		signer: 13,
		recipients: 12,
		recipient: 11
	}
} as const;

export const letterheadForms: Record<LetterheadCode, LetterheadForm> = {
	dang: {
		motto: [{ vi: 'Đảng Cộng sản Việt Nam', en: 'Communist Party of Viet Nam' }],
		underBody: 'asterisk',
		underSubject: 'hyphens',
		grounds: { before: '- ', look: null, end: ',' },
		decides: 'behind',
		recipients: 'underlined',
		number: (number, kind, symbol) => `${number}-${kind}/${symbol}`,
		numberWord: { vi: 'Số', en: 'No.' },
		signing: signing('T/M', 'K/T', 'T/L'),
		margins,
		sizes: {
			motto: 15,
			second: 15,
			bodies: 14,
			number: 14,
			title: 16,
			subject: 14,
			text: 14,
			signer: 14,
			recipients: 14,
			recipient: 12
		}
	},
	'nha-nuoc': {
		...state,
		motto: [
			{ vi: 'Cộng hòa xã hội chủ nghĩa Việt Nam', en: 'Socialist Republic of Viet Nam' },
			{ vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' }
		],
		number: (number, kind, symbol) => `${number}/${kind}-${symbol}`
	},
	'tu-do': { ...state, motto: [], number: null }
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
