// Drawing lots as the console and the printed minutes show it: list, fingerprint, seed, result.
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readSituations, readTopics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { anyTurnBegun, readDraws, readOrder } from '../stores/draws.ts';
import { readContestants } from '../stores/people.ts';

export type LotsKind = 'order' | 'topics' | 'situations';

export interface SetupLots {
	contestId: string;
	version: number;
	contest: { name: string; organiser: string; place: string; heldOn: string };
	/** Contestants in the contest, and those who have checked in. */
	competing: number;
	present: number;
	tickets: { topics: number; situations: number };
	/** Nothing is drawn any more: somebody has been called. */
	hasBegun: boolean;
	/** The one that counts of each kind, and how often it was drawn. */
	draws: { kind: LotsKind; seed: string; listHash: string; list: string[]; drawnAt: number; times: number }[];
	order: {
		position: number;
		number: string;
		name: string;
		unit: string;
		topic: { code: string; title: string } | null;
		/** Only the code: the situation is read on the stage. */
		situation: string | null;
	}[];
}

export async function setupLots(app: App, seat: Seat, contestId: string): Promise<SetupLots | Refusal> {
	const refusal = refuseUnless(seat, 'lots:draw', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [contestants, order, draws, topics, situations, hasBegun] = await Promise.all([
		readContestants(db, contestId),
		readOrder(db, contestId),
		readDraws(db, contestId),
		readTopics(db, contestId),
		readSituations(db, contestId),
		anyTurnBegun(db, contestId)
	]);
	const people = new Map(contestants.map((row) => [row.id, row]));
	const topicOf = new Map(topics.map(({ id, code, title }) => [id, { code, title }]));
	const situationOf = new Map(situations.map(({ id, code }) => [id, code]));
	const competing = contestants.filter(({ status }) => status === 'competing');
	return {
		contestId,
		version: contest.version,
		contest: { name: contest.name, organiser: contest.organiser, place: contest.place, heldOn: contest.heldOn },
		competing: competing.length,
		present: competing.filter(({ checkedInAt }) => checkedInAt !== null).length,
		tickets: { topics: topics.length, situations: situations.length },
		hasBegun,
		draws: (['order', 'topics', 'situations'] as const).flatMap((kind) => {
			const ofKind = draws.filter((draw) => draw.kind === kind);
			return ofKind.slice(0, 1).map(({ seed, listHash, list, madeAt }) => ({
				kind,
				seed,
				listHash,
				list,
				drawnAt: madeAt.getTime(),
				times: ofKind.length
			}));
		}),
		order: order.map(({ contestantId, topicId, situationId }, index) => {
			const person = people.get(contestantId);
			return {
				position: index + 1,
				number: person?.number ?? '',
				name: person?.fullName ?? '',
				unit: person?.unitName ?? '',
				topic: (topicId && topicOf.get(topicId)) || null,
				situation: (situationId && situationOf.get(situationId)) || null
			};
		})
	};
}
