// The ranking list as it is printed and signed; the published document once there is one, a draft before.
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { ResultState } from '../../contest/result-state.ts';
import { hasPoints, type StandingColumn, type StandingRow, type StandingTable } from '../../contest/standing-table.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readPublication } from '../stores/publications.ts';
import { blindTurns } from './blind-turns.ts';
import { readResultState } from './result-state.ts';
import { readStandings } from './standings.ts';

export interface PaperRow extends Omit<StandingRow, 'total'> {
	total: StandingRow['total'] | null;
	/** Others have the same total: the paper prints what separated them. */
	isTied: boolean;
}

export interface PaperRanking {
	title: Bilingual;
	columns: StandingColumn[];
	rows: PaperRow[];
}

export interface RankingPaper {
	contest: { name: string; organiser: string; place: string; heldOn: string };
	/** The last stage first. */
	rankings: PaperRanking[];
	isComplete: boolean;
	state: ResultState;
	published: { at: number; hash: string } | null;
	/** Where the log ends: number and hash of its last line. */
	log: { count: number; hash: string };
}

export async function rankingPaper(app: App, seat: Seat, contestId: ContestId): Promise<RankingPaper | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const standings = contest && (await readStandings(app, contestId));
	if (!contest || !standings) return refuse('input/not-found');
	if ((await blindTurns(db, seat, contestId)).size > 0) return refuse('access/not-allowed');
	const publication = await readPublication(db, contestId);
	const { name, organiser, place, heldOn } = contest;
	return {
		contest: { name, organiser, place, heldOn },
		rankings: standings.tables.map((table) => paperRanking(table, standings.isComplete)).reverse(),
		isComplete: standings.isComplete,
		state: await readResultState(db, contest, standings),
		log: { count: contest.logCount, hash: contest.logHash },
		published: publication && { at: publication.madeAt.getTime(), hash: publication.hash }
	};
}

/** A draft names no place and no prize where there is not one point yet. */
export function paperRanking({ title, columns, rows }: StandingTable, isComplete: boolean): PaperRanking {
	const sameTotal = new Map<number, number>();
	for (const { rank, total } of rows) if (rank !== null) sameTotal.set(total, (sameTotal.get(total) ?? 0) + 1);
	return {
		title,
		columns,
		rows: rows.map((row) => {
			const rank = isComplete || hasPoints(row) ? row.rank : null;
			return {
				...row,
				rank,
				shared: row.shared && rank !== null,
				total: rank === null ? null : row.total,
				awards: isComplete ? row.awards : [],
				isTied: rank !== null && (sameTotal.get(row.total) ?? 0) > 1
			};
		})
	};
}
