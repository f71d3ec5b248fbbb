// The ranking list as it is printed and signed; the published document once there is one, a draft before.
import type { Bilingual, ContestId, PartCode } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readPublication } from '../stores/publications.ts';
import { blindTurns } from './blind-turns.ts';
import { readStandings } from './standings.ts';

export interface RankingPaper {
	contest: { name: string; organiser: string; place: string; heldOn: string };
	parts: { code: PartCode; title: Bilingual; maxPoints: Points }[];
	rows: {
		rank: number | null;
		shared: boolean;
		number: string;
		name: string;
		unit: string;
		parts: Record<PartCode, Points | null>;
		total: Points | null;
		award: Bilingual | null;
		why: Bilingual;
		/** Others have the same total: the paper prints what separated them. */
		isTied: boolean;
	}[];
	isComplete: boolean;
	published: { at: number; hash: string } | null;
}

export async function rankingPaper(app: App, seat: Seat, contestId: ContestId): Promise<RankingPaper | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const result = contest && (await readStandings(app, contestId));
	if (!contest || !result) return refuse('input/not-found');
	if ((await blindTurns(db, seat, contestId)).size > 0) return refuse('access/not-allowed');
	const publication = await readPublication(db, contestId);
	const ranked = result.rows.filter(({ rank }) => rank !== null);
	const { name, organiser, place, heldOn } = contest;
	return {
		contest: { name, organiser, place, heldOn },
		parts: contest.rules.parts.map(({ code, title, maxPoints }) => ({ code, title, maxPoints })),
		rows: result.rows.map(({ rank: place, shared, number, name: person, unit, parts, total, award, why }) => {
			// A draft names no place and no prize where there is not one point yet.
			const rank = result.isComplete || Object.values(parts).some((points) => points !== null) ? place : null;
			return {
				rank,
				shared: shared && rank !== null,
				number,
				name: person,
				unit,
				parts,
				total: rank === null ? null : total,
				award: result.isComplete ? award : null,
				why,
				isTied: rank !== null && ranked.filter((other) => other.total === total).length > 1
			};
		}),
		isComplete: result.isComplete,
		published: publication && { at: publication.madeAt.getTime(), hash: publication.hash }
	};
}
