// Entries as the organisers see them: what is asked, who has handed in what, what is missing and what came late; it must not know marks.
import type { LatePolicy } from '../../contest/entries/entry.ts';
import type { FileKind } from '../../contest/entries/file-kind.ts';
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { decisionsOf, standingDecisions } from '../../contest/record/decision.ts';
import { isOut } from '../../contest/record/record.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { allParts, partOf, type Rules } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readDecisions } from '../stores/decisions.ts';
import {
	countingVersions,
	placeKey,
	readChoices,
	readEntrants,
	readRequests,
	readVersions,
	type ChoiceRecord,
	type RequestRow,
	type VersionRecord
} from '../stores/entries.ts';

export interface AskedEntry {
	id: string;
	part: PartCode;
	title: string;
	note: string;
	kinds: FileKind[];
	megabytes: number;
	/** Instants are ms since the epoch. */
	dueAt: number | null;
	late: LatePolicy;
	/** With the policy `penalty`. */
	penalty: ShownPrice | null;
	isAnonymous: boolean;
	markBy: number | null;
	/** Of those who are asked, how many have handed in; how many of these count and came late. */
	counts: { handedIn: number; of: number; late: number };
}

export interface ShownVersion {
	id: string;
	number: number;
	at: number;
	by: string;
	isLate: boolean;
	counts: boolean;
	file: { name: string; size: number };
	/** Of a version the organisers chose: the last time they did. */
	chosen: { by: string; at: number; reason: string } | null;
}

/** What is announced to cost being late. */
export interface ShownPrice {
	points: Points;
	part: PartCode;
	partTitle: Bilingual;
}

/** What being late costs: still to be decided, or the sequence of the decision that holds. */
export interface ShownPenalty {
	points: Points;
	partTitle: Bilingual;
	decidedBy: number | null;
}

export interface EntryRow {
	contestantId: string;
	number: string;
	name: string;
	unit: string;
	/** In the order of what is asked; the newest version first. */
	entries: { requestId: string; versions: ShownVersion[]; penalty: ShownPenalty | null }[];
}

export interface EntriesDesk {
	contestId: ContestId;
	/** The server's clock. */
	now: number;
	/** Those judges mark, and all of them. */
	parts: { code: PartCode; title: Bilingual }[];
	allParts: { code: PartCode; title: Bilingual }[];
	asked: AskedEntry[];
	/** By number, without those who are out. */
	rows: EntryRow[];
	isPublished: boolean;
	can: { ask: boolean; handIn: boolean; choose: boolean };
}

export async function entriesDesk(app: App, seat: Seat, contestId: ContestId): Promise<EntriesDesk | Refusal> {
	const denied = refuseUnless(seat, 'entries:see', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [requests, versions, choices, entrants, decisions] = await Promise.all([
		readRequests(db, contestId),
		readVersions(db, contestId),
		readChoices(db, contestId),
		readEntrants(db, contestId),
		readDecisions(db, contestId)
	]);
	const about = decisionsOf(standingDecisions(decisions), 'points');
	const counting = countingVersions(versions, choices);
	const byPlace = Map.groupBy(versions, placeKey);
	const asked = entrants.filter(({ status }) => !isOut(status));
	const isPublished = contest.publishedAt !== null;
	const can = (permission: 'entries:ask' | 'entries:hand-in' | 'entries:choose') =>
		!isPublished && may(seat, permission, contestId);
	return {
		contestId,
		now: app.clock.now(),
		parts: allParts(contest.rules).filter(isJudged).map(titled),
		allParts: allParts(contest.rules).map(titled),
		asked: requests.map((request) => {
			const own = asked.flatMap(({ id }) => counting.get(placeKey({ requestId: request.id, contestantId: id })) ?? []);
			return askedEntry(contest.rules, request, {
				handedIn: own.length,
				of: asked.length,
				late: own.filter(({ isLate }) => isLate).length
			});
		}),
		rows: asked.map(({ id, number, name, unit }) => ({
			contestantId: id,
			number,
			name,
			unit,
			entries: requests.map(({ id: requestId }) => {
				const place = placeKey({ requestId, contestantId: id });
				const decision = about.find((each) => each.lateEntry === requestId && each.contestant === number);
				return {
					requestId,
					versions: shownVersions(byPlace.get(place) ?? [], counting.get(place), choices),
					penalty: shownPenalty(contest.rules, counting.get(place), decision)
				};
			})
		})),
		isPublished,
		can: { ask: can('entries:ask'), handIn: can('entries:hand-in'), choose: can('entries:choose') }
	};
}

const titled = ({ code, title }: { code: PartCode; title: Bilingual }) => ({ code, title });

/** R341: while no decision holds, what the version that counts costs. */
function shownPenalty(
	rules: Rules,
	counting: VersionRecord | undefined,
	decision: { points: Points; part: PartCode | null; sequence: number } | undefined
): ShownPenalty | null {
	const late = decision ? { points: Math.abs(decision.points), part: decision.part ?? '' } : counting?.penalty;
	if (!late) return null;
	return { points: late.points, partTitle: partTitle(rules, late.part), decidedBy: decision?.sequence ?? null };
}

export function shownPrice(rules: Rules, { latePoints, latePart }: RequestRow): ShownPrice | null {
	if (latePoints === null || latePart === null) return null;
	return { points: latePoints, part: latePart, partTitle: partTitle(rules, latePart) };
}

const partTitle = (rules: Rules, code: PartCode): Bilingual => partOf(rules, code)?.title ?? { vi: code, en: code };

function askedEntry(rules: Rules, request: RequestRow, counts: AskedEntry['counts']): AskedEntry {
	const { id, partCode, title, note, kinds, mostBytes, dueAt, late, isAnonymous, markBy } = request;
	return {
		id,
		part: partCode,
		title,
		note,
		kinds,
		megabytes: mostBytes / (1024 * 1024),
		dueAt: dueAt?.getTime() ?? null,
		late,
		penalty: shownPrice(rules, request),
		isAnonymous,
		markBy: markBy?.getTime() ?? null,
		counts
	};
}

function shownVersions(
	versions: VersionRecord[],
	counting: VersionRecord | undefined,
	choices: ChoiceRecord[]
): ShownVersion[] {
	return versions
		.map(({ id, number, at, by, isLate, file }) => {
			const choice = choices.findLast(({ versionId }) => versionId === id);
			return {
				id,
				number,
				at,
				by,
				isLate,
				counts: id === counting?.id,
				file: { name: file.name, size: file.size },
				chosen: choice ? { by: choice.by, at: choice.at, reason: choice.reason } : null
			};
		})
		.reverse();
}
