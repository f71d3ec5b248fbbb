// What the public may see: published documents and nothing else; whether an unpublished contest exists is not told.
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { documentText, type ResultDocument } from '../../contest/result-document.ts';
import type { App } from '../app.ts';
import { readPublishedContests } from '../stores/contests.ts';
import { readPublication } from '../stores/publications.ts';

export interface PublishedResult {
	document: ResultDocument;
	/** SHA-256 of the document's text. */
	hash: string;
}

export async function publishedResult(app: App, contestId: ContestId): Promise<PublishedResult | Refusal> {
	if (!isUuid(contestId)) return refuse('result/not-published');
	const publication = await readPublication(app.database.drizzle, contestId);
	return publication ? { document: publication.document, hash: publication.hash } : refuse('result/not-published');
}

/** The very bytes that were hashed. */
export async function publishedText(app: App, contestId: ContestId): Promise<string | Refusal> {
	const result = await publishedResult(app, contestId);
	return 'refused' in result ? result : documentText(result.document);
}

export interface PublishedLine {
	contestId: ContestId;
	name: string;
	organiser: string;
	place: string;
	/** yyyy-MM-dd */
	heldOn: string;
	ranked: number;
}

/** Whether the list of published contests has one that is none of these. */
export async function hasResultsBesides(app: App, own: ContestId[]): Promise<boolean> {
	const contests = await readPublishedContests(app.database.drizzle);
	return contests.some(({ id, isRehearsal }) => !isRehearsal && !own.includes(id));
}

/** Every published contest, the newest first, as its own document names it. Rehearsals are left out. */
export async function publishedList(app: App): Promise<PublishedLine[]> {
	const contests = (await readPublishedContests(app.database.drizzle)).filter(({ isRehearsal }) => !isRehearsal);
	const lines = await Promise.all(
		contests.map(async ({ id }): Promise<PublishedLine | null> => {
			const publication = await readPublication(app.database.drizzle, id);
			if (!publication) return null;
			const { contest, rankings } = publication.document;
			const { name, organiser, place, heldOn } = contest;
			return { contestId: id, name, organiser, place, heldOn, ranked: rankings[0]?.lines.length ?? 0 };
		})
	);
	return lines.filter((line) => line !== null);
}

function isUuid(text: string): boolean {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
