// The standings of a contest as they are now; callers decide who may see them. It must not know screens.
import type { ContestId } from '../../contest/ids.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { computeResult } from '../../contest/result/compute.ts';
import type { ContestResult } from '../../contest/result/result.ts';
import { standingTables, type StandingTable } from '../../contest/standing-table.ts';
import type { App } from '../app.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest } from '../stores/contests.ts';

export interface Standings {
	record: ContestRecord;
	result: ContestResult;
	/** Every ranking of every stage, in the order of the rules. */
	tables: StandingTable[];
	/** Nothing is missing: it can be official. */
	isComplete: boolean;
}

/** Null when the contest is unknown. Everything is read in one snapshot. */
export async function readStandings(app: App, contestId: ContestId): Promise<Standings | null> {
	const record = await app.database.drizzle.transaction(
		async (db) => {
			const contest = await readContest(db, contestId);
			return contest && readContestRecord(db, contest);
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
	return record && standingsOf(record);
}

export function standingsOf(record: ContestRecord): Standings {
	const result = computeResult(record);
	return { record, result, tables: standingTables(record, result), isComplete: result.missing.length === 0 };
}
