// What a contest's papers have in common as their organiser wrote it: who issues and signs, place, numbers, recipients (R302). It must not know any paper.
import type { Bilingual } from '../ids.ts';
import { letterheadForms, type LetterheadCode, type PaperKind } from './letterhead-forms.ts';

/** One body that issues papers, and who signs for it. */
export interface Issuer {
	/** Upper left, above the body; may be empty. */
	superior: string;
	body: string;
	/** As it stands in numbers: "BTC". */
	symbol: string;
	/** For the body as a whole (TM.), by its order (TL.), or in the signer's own right. */
	behalf: 'whole' | 'order' | 'none';
	/** The office somebody else signs for (KT. TRƯỞNG BAN); empty when its holder signs. */
	deputyFor: string;
	/** Office of who signs. */
	title: string;
	/** Printed under the signature; empty to be written by hand. */
	name: string;
}

export interface Letterhead {
	form: LetterheadCode;
	/** Place name beside the date; empty leaves it to the pen. */
	place: string;
	/** Who runs the contest: everything but decisions is its paper. */
	committee: Issuer;
	/** Who decides on awards and certificates. */
	authority: Issuer;
	/** Names printed under signatures; empty to be written by hand. */
	headJudge: string;
	secretary: string;
	/** Number and day (yyyy-MM-dd) of a kind of paper; empty where they are not given yet. */
	numbers: Partial<Record<PaperKind, { number: string; day: string }>>;
	/** "Kế hoạch số 12-KH/ĐUK ngày …": what proposal and decision rest on, a line each. */
	grounds: string[];
	/** Nơi nhận, a line each. */
	recipients: string[];
}

const committeeName: Bilingual = { vi: 'Ban Tổ chức Hội thi', en: 'Organising Committee' };
const committeeTitle: Bilingual = { vi: 'Trưởng ban', en: 'Chair' };
const authorityTitle: Bilingual = { vi: 'Bí thư', en: 'Secretary' };
const archive: Bilingual = { vi: 'Lưu: hồ sơ Hội thi', en: 'File: contest records' };

/** What stands there until somebody has written it. */
export function firstLetterhead(contest: { organiser: string }, language: 'vi' | 'en'): Letterhead {
	const signer = { behalf: 'whole', deputyFor: '', name: '' } as const;
	return {
		form: 'dang',
		place: '',
		committee: {
			superior: contest.organiser,
			body: committeeName[language],
			symbol: 'BTC',
			title: committeeTitle[language],
			...signer
		},
		authority: { superior: '', body: contest.organiser, symbol: '', title: authorityTitle[language], ...signer },
		headJudge: '',
		secretary: '',
		numbers: {},
		grounds: [],
		recipients: [archive[language]]
	};
}

/** R303: "T/M BAN TỔ CHỨC", "K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", each line as far as it is needed. */
export function signingLines({ form }: Pick<Letterhead, 'form'>, issuer: Issuer, language: 'vi' | 'en'): string[] {
	const { whole, deputy, order } = letterheadForms[form].signing;
	return [
		...(issuer.behalf === 'whole' ? [`${whole[language]} ${issuer.body}`] : []),
		...(issuer.behalf === 'order' ? [`${order[language]} ${issuer.body}`] : []),
		...(issuer.deputyFor === '' ? [] : [`${deputy[language]} ${issuer.deputyFor}`]),
		issuer.title
	].filter((line) => line !== '');
}
