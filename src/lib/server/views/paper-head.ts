// What stands at the head of every paper of a contest: letterhead, bodies, place and date.
import { letterheadOf, placeAndDate, type LetterheadCode, type PaperKind } from '../documents/letterheads.ts';

export interface PaperHead {
	code: LetterheadCode;
	/** Upper left, the superior body. */
	body: string;
	motto: string[];
	underBody: 'asterisk' | 'rule' | 'none';
	number: string | null;
	/** What stands before a body that signs. */
	onBehalf: string;
	/** Null: to be filled in by hand. */
	date: string | null;
	/** Dots to write on where it is not given. */
	place: string;
	margins: { top: number; bottom: number; left: number; right: number };
}

export interface PaperHeadFacts {
	contest: { organiser: string };
	/** yyyy-MM-dd; null leaves the date to the pen. */
	day: string | null;
	letterhead: string | null;
	/** The place name beside the date; null leaves it to the pen, for the contest's own place is a venue. */
	place: string | null;
	language: 'vi' | 'en';
	kind?: PaperKind;
}

export function paperHead({
	contest,
	day,
	letterhead,
	place: given,
	language,
	kind = 'BC'
}: PaperHeadFacts): PaperHead {
	const place = given || '………………';
	const { code, motto, underBody, number, onBehalf, margins } = letterheadOf(letterhead);
	return {
		code,
		body: contest.organiser,
		motto: motto.map((line) => line[language]),
		underBody,
		number: number?.(kind)[language] ?? null,
		onBehalf,
		date: day === null ? null : placeAndDate(place, day, language),
		place,
		margins
	};
}
