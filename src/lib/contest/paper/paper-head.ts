// What stands at the head of one paper: bodies, motto, number, place and date, out of the contest's letterhead (R302). It must not know what the paper says.
import { letterheadForms, placeAndDate, type LetterheadForm, type PaperKind } from './letterhead-forms.ts';
import type { Letterhead } from './letterhead.ts';

export interface PaperHead extends Pick<
	LetterheadForm,
	'underBody' | 'underSubject' | 'recipients' | 'margins' | 'sizes'
> {
	/** Upper left, the superior body; may be empty. */
	superior: string;
	body: string;
	motto: string[];
	/** Null on papers that have none. */
	number: string | null;
	/** With dots for what is left to the pen. */
	date: string;
}

export interface PaperHeadWish {
	letterhead: Letterhead;
	/** Null for a paper that has no number: a list, a score sheet. */
	kind: PaperKind | null;
	/** yyyy-MM-dd when the letterhead names no day for this kind; null leaves the date to the pen. */
	day: string | null;
	language: 'vi' | 'en';
	/** One of several papers of its kind: number and day written for the kind are another's. */
	isOneOfMany?: boolean;
	/** Who issues it; the committee when left out. */
	by?: 'committee' | 'authority';
}

const dots = '………………';
const blankDate = { vi: 'ngày …… tháng …… năm ………', en: '…… / …… / ………' };
/** Room to write a number in. */
const gap = '\u00a0'.repeat(10);

export function paperHead(wish: PaperHeadWish): PaperHead {
	const { letterhead, kind, day, language, isOneOfMany = false, by = 'committee' } = wish;
	const { motto, numberWord, underBody, underSubject, recipients, margins, sizes } = letterheadForms[letterhead.form];
	const { superior, body } = letterhead[by];
	const given = kind === null || isOneOfMany ? undefined : letterhead.numbers[kind];
	const number = kind && paperNumber(letterhead, { kind, number: given?.number ?? '', by });
	const place = letterhead.place || dots;
	const onDay = given?.day || day;
	return {
		superior,
		body,
		motto: motto.map((line) => line[language]),
		underBody,
		number: number && `${numberWord[language]} ${number}`,
		date: onDay ? placeAndDate(place, onDay, language) : `${place}, ${blankDate[language]}`,
		underSubject,
		recipients,
		margins,
		sizes
	};
}

/** "36-TTr/BTC", with room for what is left to the pen; null in a form whose papers have none. */
export function paperNumber(
	letterhead: Letterhead,
	{ kind, number, by }: { kind: PaperKind; number: string; by: 'committee' | 'authority' }
): string | null {
	const write = letterheadForms[letterhead.form].number;
	return write?.(number || gap, kind, letterhead[by].symbol || gap) ?? null;
}
