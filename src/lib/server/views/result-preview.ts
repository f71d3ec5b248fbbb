// The result as the organisers see it before and after publishing: completeness, ranking, awards, what the public will see.
import type { FinalResult } from '../../contest/final-result.ts';
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import type { Missing } from '../../contest/missing-results.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { resultDocument, type ResultDocument } from '../../contest/result-document.ts';
import type { StandingRow } from '../../contest/stage.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest, type ContestRow } from '../stores/contests.ts';
import { readPublication } from '../stores/publications.ts';
import { blindTurns } from './blind-turns.ts';
import { readStandings } from './standings.ts';

export interface ResultPreview {
	contest: { id: ContestId; name: string; version: number };
	parts: { code: PartCode; title: Bilingual; maxPoints: Points }[];
	/** Empty while this person is blind. */
	rows: StandingRow[];
	awards: { title: Bilingual; numbers: string[]; why: Bilingual }[];
	isComplete: boolean;
	missing: Missing[];
	/** True for a member of the panel whose own sheets are not all locked. */
	isBlind: boolean;
	shown: { contestants: boolean; hall: boolean };
	published: { hash: string; at: number } | null;
	can: { publish: boolean; export: boolean; print: boolean; directHall: boolean };
}

export async function resultPreview(app: App, seat: Seat, contestId: ContestId): Promise<ResultPreview | Refusal> {
	const read = await readForSeat(app, seat, contestId);
	if ('refused' in read) return read;
	const { contest, result, isBlind } = read;
	const publication = await readPublication(app.database.drizzle, contestId);
	const numberOf = new Map(result.rows.map(({ contestantId, number }) => [contestantId, number]));
	const awards = result.awards.map(({ award, contestantIds, why }) => ({
		title: award.title,
		numbers: contestantIds.map((id) => numberOf.get(id) ?? ''),
		why
	}));
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version },
		parts: contest.rules.parts.map(({ code, title, maxPoints }) => ({ code, title, maxPoints })),
		rows: isBlind ? [] : result.rows,
		awards: isBlind ? [] : awards,
		isComplete: result.isComplete,
		missing: result.missing,
		isBlind,
		shown: { contestants: contest.standingsShown, hall: contest.hall.show === 'standings' },
		published: publication && { hash: publication.hash, at: publication.madeAt.getTime() },
		can: {
			publish: may(seat, 'results:publish', contestId) && contest.publishedAt === null && result.isComplete,
			export: !isBlind,
			print: may(seat, 'papers:print', contestId) && !isBlind,
			directHall: may(seat, 'results:publish', contestId)
		}
	};
}

/** The document as it would be published now; the published one once there is one. */
export async function documentPreview(app: App, seat: Seat, contestId: ContestId): Promise<ResultDocument | Refusal> {
	const read = await readForSeat(app, seat, contestId);
	if ('refused' in read) return read;
	if (read.isBlind) return refuse('access/not-allowed');
	const publication = await readPublication(app.database.drizzle, contestId);
	if (publication) return publication.document;
	const { id, name, organiser, place, heldOn, rules, rulesVersion } = read.contest;
	return resultDocument(
		{
			contest: { id, name, organiser, place, heldOn },
			rules,
			rulesVersion,
			publishedAt: new Date(app.clock.now()).toISOString(),
			publishedBy: seat.kind === 'staff' ? seat.name : ''
		},
		read.result
	);
}

interface ForSeat {
	contest: ContestRow;
	result: FinalResult;
	isBlind: boolean;
}

async function readForSeat(app: App, seat: Seat, contestId: ContestId): Promise<ForSeat | Refusal> {
	const denied = refuseUnless(seat, 'results:see', contestId);
	if (denied) return denied;
	const contest = await readContest(app.database.drizzle, contestId);
	const result = contest && (await readStandings(app, contestId));
	if (!contest || !result) return refuse('input/not-found');
	return { contest, result, isBlind: (await blindTurns(app.database.drizzle, seat, contestId)).size > 0 };
}
