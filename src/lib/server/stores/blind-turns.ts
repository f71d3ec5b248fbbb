// Turns whose points somebody who marks may not see yet (T-23); it must not know who asks or what is shown instead.
import type { ContestId, TurnId } from '../../contest/ids.ts';
import { readContest } from './contests.ts';
import { markersOf, readSeating } from './markers.ts';
import { readJudges } from './people.ts';
import type { Queryable } from './queryable.ts';
import { readSheetsOf } from './sheets.ts';
import { readTurns } from './turns.ts';

/**
 * Those that took place or will, that the account marks (also as a substitute, besides the panel, or to learn), and for which its own
 * sheet is not locked; none for accounts that do not mark, and none once the result is public.
 */
export async function readBlindTurns(db: Queryable, contestId: ContestId, accountId: string): Promise<Set<TurnId>> {
	const judges = await readJudges(db, contestId);
	const own = judges.find((judge) => judge.accountId === accountId);
	const contest = own && (await readContest(db, contestId));
	if (!own || !contest || contest.publishedAt) return new Set();
	const seating = await readSeating(db, contest);
	const markers = new Map(contest.rules.stages.map((stage) => [stage.code, markersOf(stage, seating)]));
	const locked = new Set(
		(await readSheetsOf(db, contestId, own.id)).filter(({ lockedAt }) => lockedAt !== null).map(({ turnId }) => turnId)
	);
	return new Set(
		(await readTurns(db, contestId))
			.filter(({ id, status }) => status !== 'absent' && !locked.has(id))
			.filter(
				({ stage, session, contestant }) =>
					(markers.get(stage)?.partsOf(own.code, contestant.number, session) ?? []).length > 0
			)
			.map(({ id }) => id)
	);
}
