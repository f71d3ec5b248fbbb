// Entries as the organisers see them: what is asked, who has handed in what, what is missing and what came late; it must not know marks.
import type { LatePolicy } from '../../contest/entries/entry.ts';
import type { FileKind } from '../../contest/entries/file-kind.ts';
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import { isOut } from '../../contest/record/record.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { allParts } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
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

export interface EntryRow {
	contestantId: string;
	number: string;
	name: string;
	unit: string;
	/** In the order of what is asked; the newest version first. */
	entries: { requestId: string; versions: ShownVersion[] }[];
}

export interface EntriesDesk {
	contestId: ContestId;
	/** The server's clock. */
	now: number;
	parts: { code: PartCode; title: Bilingual }[];
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
	const [requests, versions, choices, entrants] = await Promise.all([
		readRequests(db, contestId),
		readVersions(db, contestId),
		readChoices(db, contestId),
		readEntrants(db, contestId)
	]);
	const counting = countingVersions(versions, choices);
	const byPlace = Map.groupBy(versions, placeKey);
	const asked = entrants.filter(({ status }) => !isOut(status));
	const isPublished = contest.publishedAt !== null;
	const can = (permission: 'entries:ask' | 'entries:hand-in' | 'entries:choose') =>
		!isPublished && may(seat, permission, contestId);
	return {
		contestId,
		now: app.clock.now(),
		parts: allParts(contest.rules)
			.filter(isJudged)
			.map(({ code, title }) => ({ code, title })),
		asked: requests.map((request) => {
			const own = asked.flatMap(({ id }) => counting.get(placeKey({ requestId: request.id, contestantId: id })) ?? []);
			return askedEntry(request, {
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
				return { requestId, versions: shownVersions(byPlace.get(place) ?? [], counting.get(place), choices) };
			})
		})),
		isPublished,
		can: { ask: can('entries:ask'), handIn: can('entries:hand-in'), choose: can('entries:choose') }
	};
}

function askedEntry(request: RequestRow, counts: AskedEntry['counts']): AskedEntry {
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
