// Drawing lots as the console and the printed minutes show it: frozen list, commitment, witnesses, seed, result.
import type { FrozenList } from '../../contest/drawing.ts';
import type { Draw } from '../../contest/record/draw.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { drawSchema } from '../../formats/contest-file/draw-schema.ts';
import { writeDocument } from '../../formats/json-document/write-document.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readSituations, readTopics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import { anyTurnBegun, readFrozenLists, readOrder, type FrozenRow } from '../stores/draws.ts';
import { readContestants } from '../stores/people.ts';

export interface FrozenLots {
	kind: FrozenRow['kind'];
	list: FrozenList;
	commitment: string;
	frozenAt: number;
	/** Null until the witnesses have spoken. */
	drawn: DrawnLots | null;
}

export interface DrawnLots {
	kind: FrozenRow['kind'];
	draw: Draw;
	frozenAt: number;
	drawnAt: number;
}

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
	/** The newest list of each kind that was frozen, and what was drawn from it. */
	lots: FrozenLots[];
	/** Every draw of all kinds, the oldest first, for the minutes. */
	draws: DrawnLots[];
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
	const [contestants, order, frozen, topics, situations, hasBegun] = await Promise.all([
		readContestants(db, contestId),
		readOrder(db, contestId),
		readFrozenLists(db, contestId),
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
		lots: (['order', 'topics', 'situations'] as const).flatMap((kind) => {
			const newest = frozen.find((each) => each.kind === kind);
			if (!newest) return [];
			const { list, commitment, frozenAt } = newest;
			return [{ kind, list, commitment, frozenAt: frozenAt.getTime(), drawn: drawnFrom(newest) }];
		}),
		draws: frozen.toReversed().flatMap((each) => drawnFrom(each) ?? []),
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

function drawnFrom({ kind, draw, frozenAt, drawnAt }: FrozenRow): DrawnLots | null {
	return draw && drawnAt && { kind, draw, frozenAt: frozenAt.getTime(), drawnAt: drawnAt.getTime() };
}

/** The newest draw of a kind as a file anyone can check. */
export async function drawFile(app: App, seat: Seat, contestId: string, kind: string): Promise<string | Refusal> {
	const refusal = refuseUnless(seat, 'lots:draw', contestId);
	if (refusal) return refusal;
	const lists = await readFrozenLists(app.database.drizzle, contestId);
	const draw = lists.find((each) => each.kind === kind && each.draw)?.draw;
	return draw ? writeDocument(drawSchema, draw) : refuse('input/not-found');
}
