// The papers that are documents, by the word their address has: how each is read and what it says. The page and the Word file open the same.
import type { Letterhead } from '#lib/contest/paper/letterhead.ts';
import type { PaperDocument } from '#lib/contest/paper/paper-document.ts';
import { isRefusal, type Refusal } from '#lib/contest/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { consultationMinutes } from '#lib/server/views/consultation-minutes.ts';
import { minutesPaper } from '#lib/server/views/minutes-paper.ts';
import { consultationDocument } from './documents/consultation.server.ts';
import { minutesDocument } from './documents/minutes.server.ts';

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

const papers: Record<string, (wish: DocumentWish) => Promise<OpenedDocuments | Refusal>> = {
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
export function documentsNamed(paper: string): ((wish: DocumentWish) => Promise<OpenedDocuments | Refusal>) | null {
	return Object.hasOwn(papers, paper) ? (papers[paper] ?? null) : null;
}
