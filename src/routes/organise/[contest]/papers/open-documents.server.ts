// The papers that are documents, by the word their address has: how each is read and what it says. The page and the Word file open the same.
import type { Letterhead } from '#lib/contest/paper/letterhead.ts';
import type { PaperDocument } from '#lib/contest/paper/paper-document.ts';
import { isRefusal, type Refusal } from '#lib/contest/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { awardWinners, type AwardWinners } from '#lib/server/views/award-winners.ts';
import { consultationMinutes } from '#lib/server/views/consultation-minutes.ts';
import { contestantList, listOrders, type ContestantList, type ListOrder } from '#lib/server/views/contestant-list.ts';
import { minutesPaper } from '#lib/server/views/minutes-paper.ts';
import { decisionDocument, proposalDocument } from './documents/awards.server.ts';
import { consultationDocument } from './documents/consultation.server.ts';
import { minutesDocument } from './documents/minutes.server.ts';
import { contestantsDocument, seatsDocument, showcaseDocument } from './documents/people-lists.server.ts';

export interface DocumentWish {
	locals: App.Locals;
	contestId: string;
	letterhead: Letterhead;
	/** What was chosen on the shelf. */
	search: URLSearchParams;
}

export interface OpenedDocuments {
	heading: string;
	contest: string;
	documents: PaperDocument[];
	/** Said where there is none. */
	none: { title: string; text: string };
}

const nothing = () => ({ title: m.papers_nothing(), text: m.papers_nothing_text() });

type Open = (wish: DocumentWish) => Promise<OpenedDocuments | Refusal>;

const papers: Record<string, Open> = {
	contestants: ofPeople('number', () => m.papers_contestants(), contestantsDocument),
	seats: ofPeople(
		'number',
		() => m.papers_seats(),
		(list, letterhead, language, search) => seatsDocument(list, letterhead, language, seatsPerRow(search))
	),
	showcase: ofPeople('turn', () => m.papers_showcase(), showcaseDocument),
	proposal: ofAwards(() => m.papers_proposal(), proposalDocument),
	decision: ofAwards(() => m.papers_decision(), decisionDocument),
	async minutes({ locals: { app, seat, language }, contestId, letterhead, search }) {
		const place = { stage: search.get('stage') ?? '', session: search.get('session') || null };
		const paper = await minutesPaper(app, seat, contestId, place);
		if (isRefusal(paper)) return paper;
		return {
			heading: m.minutes_paper_heading(),
			contest: paper.contest.name,
			documents: [minutesDocument(paper, letterhead, language)],
			none: nothing()
		};
	},
	async consultation({ locals: { app, seat, language }, contestId, letterhead, search }) {
		const found = await consultationMinutes(app, seat, contestId, Number(search.get('line')) || null);
		if (isRefusal(found)) return found;
		return {
			heading: m.papers_consultation(),
			contest: found.contest.name,
			documents: found.minutes.map((each) => consultationDocument(found, each, letterhead, language)),
			none: { title: m.paper_consultation_none(), text: m.paper_consultation_none_text() }
		};
	}
};

/** Null for a word that names no document. */
export function documentsNamed(paper: string): Open | null {
	return Object.hasOwn(papers, paper) ? (papers[paper] ?? null) : null;
}

type Language = 'vi' | 'en';
type Build<Facts> = (
	facts: Facts,
	letterhead: Letterhead,
	language: Language,
	search: URLSearchParams
) => PaperDocument;

/** A list of contestants, in the order that was asked for or its own. */
function ofPeople(order: ListOrder, heading: () => string, build: Build<ContestantList>): Open {
	return async ({ locals: { app, seat, language }, contestId, letterhead, search }) => {
		const asked = listOrders.find((each) => each === search.get('order')) ?? order;
		const list = await contestantList(app, seat, contestId, asked);
		if (isRefusal(list)) return list;
		return {
			heading: heading(),
			contest: list.contest.name,
			documents: list.people.length === 0 ? [] : [build(list, letterhead, language, search)],
			none: { title: m.papers_no_people(), text: m.papers_no_people_text() }
		};
	};
}

function ofAwards(heading: () => string, build: Build<AwardWinners>): Open {
	return async ({ locals: { app, seat, language }, contestId, letterhead, search }) => {
		const found = await awardWinners(app, seat, contestId);
		if (isRefusal(found)) return found;
		const documents = [build(found, letterhead, language, search)];
		return { heading: heading(), contest: found.contest.name, documents, none: nothing() };
	};
}

function seatsPerRow(search: URLSearchParams): number {
	const asked = Number(search.get('perRow'));
	return Number.isInteger(asked) && asked >= 1 && asked <= 200 ? asked : 10;
}
