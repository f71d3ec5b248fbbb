// Whether the result of a contest counts yet, for the lists of it on paper; callers decide who may see them.
import { resultState, type ResultState } from '../../contest/result-state.ts';
import type { ContestRow } from '../stores/contests.ts';
import { readMarkingLocks } from '../stores/marking-locks.ts';
import type { Queryable } from '../stores/queryable.ts';
import type { Standings } from './standings.ts';

export async function readResultState(
	db: Queryable,
	contest: ContestRow,
	{ record, isComplete }: Standings
): Promise<ResultState> {
	const standing = (await readMarkingLocks(db, contest.id)).filter(({ openedAt }) => openedAt === null);
	const locked = standing.map(({ stage, session }) => ({ stage, session: session || null }));
	return resultState(record, { isComplete, isPublished: contest.publishedAt !== null, locked });
}
