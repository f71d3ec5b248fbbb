// Drawing lots as the console and the printed minutes show it: frozen list, commitment, witnesses, seed, result.
import type { FrozenList } from '../../contest/drawing.ts';
import type { Bilingual } from '../../contest/ids.ts';
import type { Draw } from '../../contest/record/draw.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { stageEntrants } from '../../contest/result/stage-entrants.ts';
import { drawSchema } from '../../formats/contest-file/draw-schema.ts';
import { writeDocument } from '../../formats/json-document/write-document.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readSituations, readTopics } from '../stores/bank.ts';
import { readContest } from '../stores/contests.ts';
import {
	anyTurnBegun,
	isSamePlace,
	readFrozenLists,
	readOrder,
	type DrawPlace,
	type FrozenRow,
	type OrderedTurn
} from '../stores/draws.ts';
import { readContestants, type ContestantRow } from '../stores/people.ts';
import { readTurns } from '../stores/turns.ts';
import { stageChoices, stageNow } from './stage-now.ts';
import { readStandings } from './standings.ts';

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
	/** Stages to choose from; empty when the rules have one. */
	stages: { code: string; title: Bilingual }[];
	/** The one that is shown. */
	stage: string;
	/** Its sessions, and the one that is shown; null for all of them. */
	sessions: { code: string; title: Bilingual }[];
	session: string | null;
	/** False while a stage before is not complete, so that nobody knows who goes on. */
	isDecided: boolean;
	/** Contestants of the stage who may be drawn here, and those who have checked in. */
	competing: number;
	present: number;
	tickets: { topics: number; situations: number };
	/** Nothing is drawn any more: somebody has been called. */
	hasBegun: boolean;
	/** The newest list of each kind that was frozen, and what was drawn from it. */
	lots: FrozenLots[];
	/** Kinds of which a list was frozen that reaches this place, also one for the whole stage: another needs a reason. */
	again: FrozenRow['kind'][];
	/** Every draw of all kinds, the oldest first, for the minutes. */
	draws: DrawnLots[];
	order: {
		position: number;
		number: string;
		name: string;
		unit: string;
		session: Bilingual | null;
		topic: { code: string; title: string } | null;
		/** Only the code: the situation is read on the stage. */
		situation: string | null;
	}[];
}

const kinds = ['order', 'topics', 'situations'] as const;

/** `chosen` are codes from the address; what the rules do not have is as good as nothing. */
export async function setupLots(
	app: App,
	seat: Seat,
	contestId: string,
	chosen: { stage: string | null; session: string | null } = { stage: null, session: null }
): Promise<SetupLots | Refusal> {
	const refusal = refuseUnless(seat, 'lots:draw', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const standings = contest && (await readStandings(app, contestId));
	if (!contest || !standings) return refuse('input/not-found');
	const stage = stageNow(contest.rules, await readTurns(db, contestId), chosen.stage);
	const session = stage?.sessions.find(({ code }) => code === chosen.session) ?? null;
	const place: DrawPlace = { stage: stage?.code ?? '', session: session?.code ?? null };
	const [contestants, order, lists, topics, situations, hasBegun] = await Promise.all([
		readContestants(db, contestId),
		readOrder(db, contestId, { ...place, session: null }),
		readFrozenLists(db, contestId),
		readTopics(db, contestId),
		readSituations(db, contestId),
		anyTurnBegun(db, contestId, place)
	]);
	const frozen = lists.filter((each) => each.stage === place.stage && each.list.session === place.session);
	const people = new Map(contestants.map((row) => [row.id, row]));
	const topicOf = new Map(topics.map(({ id, code, title }) => [id, { code, title }]));
	const situationOf = new Map(situations.map(({ id, code }) => [id, code]));
	const sessionOf = new Map(stage?.sessions.map(({ code, title }) => [code, title]));
	const entrants = stageEntrants(standings.record, standings.result, place.stage);
	const competing = competingThere(entrants ?? [], contestants, order, place);
	return {
		contestId,
		version: contest.version,
		contest: { name: contest.name, organiser: contest.organiser, place: contest.place, heldOn: contest.heldOn },
		stages: stageChoices(contest.rules),
		stage: place.stage,
		sessions: stage?.sessions ?? [],
		session: place.session,
		isDecided: entrants !== null,
		competing: competing.length,
		present: competing.filter(({ checkedInAt }) => checkedInAt !== null).length,
		tickets: { topics: topics.length, situations: situations.length },
		hasBegun,
		lots: kinds.flatMap((kind) => {
			const newest = frozen.find((each) => each.kind === kind);
			if (!newest) return [];
			const { list, commitment, frozenAt } = newest;
			return [{ kind, list, commitment, frozenAt: frozenAt.getTime(), drawn: drawnFrom(newest) }];
		}),
		again: kinds.filter((kind) =>
			lists.some((each) => each.kind === kind && isSamePlace({ stage: each.stage, session: each.list.session }, place))
		),
		draws: frozen.toReversed().flatMap((each) => drawnFrom(each) ?? []),
		order: order.flatMap(({ contestantId, session: held, topicId, situationId }, index) => {
			if (place.session !== null && held !== place.session) return [];
			const person = people.get(contestantId);
			return {
				position: index + 1,
				number: person?.number ?? '',
				name: person?.fullName ?? '',
				unit: person?.unitName ?? '',
				session: (held && sessionOf.get(held)) || null,
				topic: (topicId && topicOf.get(topicId)) || null,
				situation: (situationId && situationOf.get(situationId)) || null
			};
		})
	};
}

/** Those who take part in the stage and compete; of one session, those whom no other session has. */
function competingThere(
	entrants: { number: string; status: string }[],
	contestants: ContestantRow[],
	order: OrderedTurn[],
	place: DrawPlace
): ContestantRow[] {
	const numbers = new Set(entrants.filter(({ status }) => status === 'competing').map(({ number }) => number));
	const elsewhere = new Set(
		order
			.filter(({ session }) => place.session !== null && session !== place.session)
			.map(({ contestantId }) => contestantId)
	);
	return contestants.filter(({ id, number }) => numbers.has(number) && !elsewhere.has(id));
}

function drawnFrom({ kind, draw, frozenAt, drawnAt }: FrozenRow): DrawnLots | null {
	return draw && drawnAt && { kind, draw, frozenAt: frozenAt.getTime(), drawnAt: drawnAt.getTime() };
}

/** The newest draw of a kind for a stage (or one of its sessions) as a file anyone can check. */
export async function drawFile(
	app: App,
	seat: Seat,
	contestId: string,
	wanted: { kind: string; stage: string | null; session: string | null }
): Promise<string | Refusal> {
	const refusal = refuseUnless(seat, 'lots:draw', contestId);
	if (refusal) return refusal;
	const lists = await readFrozenLists(app.database.drizzle, contestId);
	const { kind, stage, session } = wanted;
	const draw = lists.find(
		(each) =>
			each.draw && each.kind === kind && (stage === null || each.stage === stage) && each.list.session === session
	)?.draw;
	return draw ? writeDocument(drawSchema, draw) : refuse('input/not-found');
}
