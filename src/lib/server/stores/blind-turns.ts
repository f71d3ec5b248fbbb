// Turns whose points a member of the panel may not see yet (T-23); it must not know who asks or what is shown instead.
import type { ContestId, TurnId } from '../../contest/ids.ts';
import { marksIn } from '../../contest/sheet.ts';
import { readContest } from './contests.ts';
import { readJudges } from './people.ts';
import type { Queryable } from './queryable.ts';
import { readSheetsOf } from './sheets.ts';
import { readTurns } from './turns.ts';

/**
 * Those of the stages the account marks that took place or will, and for which its own sheet is not locked; none for
 * accounts that do not mark.
 */
export async function readBlindTurns(db: Queryable, contestId: ContestId, accountId: string): Promise<Set<TurnId>> {
	const own = (await readJudges(db, contestId)).find((judge) => judge.accountId === accountId);
	const contest = own && (await readContest(db, contestId));
	if (!own || !contest) return new Set();
	const marked = new Set(contest.rules.stages.filter((stage) => marksIn(stage, own.panels)).map(({ code }) => code));
	const locked = new Set(
		(await readSheetsOf(db, contestId, own.id)).filter(({ lockedAt }) => lockedAt !== null).map(({ turnId }) => turnId)
	);
	const turns = await readTurns(db, contestId);
	return new Set(
		turns
			.filter(({ id, stage, status }) => marked.has(stage) && status !== 'absent' && !locked.has(id))
			.map(({ id }) => id)
	);
}
