// Lists of contestants: of all of them, of their seats, of the outlines on show. They hold no marks.
import { numberInWords } from '#lib/contest/paper/number-in-words.ts';
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { said, type PaperColumn, type PaperDocument } from '#lib/contest/paper/paper-document.ts';
import type { Letterhead } from '#lib/contest/paper/letterhead.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ContestantList, ListedContestant } from '#lib/server/views/contestant-list.ts';
import { issuerSigner, secretarySigner } from '../signers.ts';
import { displayDate } from './say.ts';

type Language = 'vi' | 'en';
type Line = (person: ListedContestant, at: number) => string[];

export function contestantsDocument(list: ContestantList, letterhead: Letterhead, language: Language): PaperDocument {
	const { people } = list;
	const has = (field: 'birthDate' | 'gender' | 'category' | 'team') => people.some((person) => person[field] !== null);
	const extra: { column: PaperColumn; of: (person: ListedContestant) => string }[] = [
		...(has('gender') ? [{ column: column(m.paper_gender(), 9, 'middle'), of: genderOf(language) }] : []),
		...(has('birthDate')
			? [{ column: column(m.paper_birth_date(), 14, 'middle'), of: (person: ListedContestant) => dateOf(person) }]
			: []),
		...(has('category')
			? [
					{
						column: column(m.paper_category(), 14),
						of: (person: ListedContestant) => person.category?.[language] ?? ''
					}
				]
			: []),
		...(has('team')
			? [{ column: column(m.paper_team(), 10), of: (person: ListedContestant) => person.team ?? '' }]
			: [])
	];
	const columns = [
		...personColumns(),
		...extra.map(({ column: each }) => each),
		column(m.paper_unit()),
		column(m.paper_remark(), 11)
	];
	const line: Line = (person, at) => [
		...personCells(person, at),
		...extra.map(({ of }) => of(person)),
		person.unit,
		statusWords(person)
	];
	return listDocument(list, letterhead, language, m.paper_contestants_heading(), columns, line);
}

/** Rows of seats are lettered, seats in a row counted: whoever is twelfth of ten a row sits on B2. */
export function seatsDocument(
	list: ContestantList,
	letterhead: Letterhead,
	language: Language,
	perRow: number
): PaperDocument {
	const columns = [
		...personColumns(),
		column(m.paper_unit()),
		column(m.paper_seat_row(), 9, 'middle'),
		column(m.paper_seat(), 9, 'middle')
	];
	const line: Line = (person, at) => [
		...personCells(person, at),
		person.unit,
		rowName(Math.floor(at / perRow)),
		String((at % perRow) + 1)
	];
	return listDocument(list, letterhead, language, m.paper_seats_heading(), columns, line);
}

export function showcaseDocument(list: ContestantList, letterhead: Letterhead, language: Language): PaperDocument {
	const columns = [
		column(m.paper_table(), 8, 'middle'),
		...personColumns(22).slice(1),
		column(m.paper_unit(), 22),
		column(m.paper_topic()),
		column(m.paper_handed_in(), 13)
	];
	const line: Line = (person, at) => [...personCells(person, at), person.unit, person.topic ?? '', ''];
	return listDocument(list, letterhead, language, m.paper_showcase_heading(), columns, line);
}

function listDocument(
	{ contest, people, units }: ContestantList,
	letterhead: Letterhead,
	language: Language,
	title: string,
	columns: PaperColumn[],
	line: Line
): PaperDocument {
	const counted = m.paper_list_count({
		count: people.length,
		words: numberInWords(people.length, language),
		units
	});
	return {
		head: paperHead({ letterhead, kind: null, day: null, language }),
		title,
		subject: contest.name,
		draft: null,
		isLandscape: false,
		blocks: [
			{ kind: 'table', label: title, columns, rows: people.map((person, at) => ({ cells: line(person, at) })) },
			said(counted)
		],
		signers: [secretarySigner(letterhead), issuerSigner(letterhead)],
		recipients: [],
		annexes: []
	};
}

function column(title: string, width?: number, align?: PaperColumn['align']): PaperColumn {
	return { title, ...(width === undefined ? {} : { width }), ...(align ? { align } : {}) };
}

const personColumns = (name = 23) => [
	column(m.paper_order(), 6, 'middle'),
	column(m.paper_number(), 10, 'middle'),
	column(m.paper_name(), name)
];
const personCells: Line = ({ number, name }, at) => [String(at + 1), number, name];

const genderOf =
	(language: Language) =>
	({ gender }: ListedContestant): string =>
		language === 'en' ? (gender === 'Nữ' ? 'F' : gender === 'Nam' ? 'M' : '') : (gender ?? '');

function dateOf({ birthDate }: ListedContestant): string {
	return birthDate ? displayDate(`${birthDate}T00:00:00+07:00`) : '';
}

function statusWords({ status }: ListedContestant): string {
	if (status === 'absent') return m.judge_absent();
	return status === 'disqualified' ? m.paper_disqualified() : '';
}

/** A … Z, then AA. */
function rowName(at: number): string {
	const letter = String.fromCharCode(65 + (at % 26));
	return at < 26 ? letter : rowName(Math.floor(at / 26) - 1) + letter;
}
