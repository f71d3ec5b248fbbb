// The standings of a contest as they are now; callers decide who may see them. It must not know screens.
import { finalResult, type FinalResult } from '../../contest/final-result.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { App } from '../app.ts';
import { readContest } from '../stores/contests.ts';
import { readResultFacts } from '../stores/result-facts.ts';

/** Null when the contest is unknown. Everything is read in one snapshot. */
export async function readStandings(app: App, contestId: ContestId): Promise<FinalResult | null> {
	return app.database.drizzle.transaction(
		async (db) => {
			const contest = await readContest(db, contestId);
			return contest && finalResult(await readResultFacts(db, contest));
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}
