// Turns whose points a member of the panel may not see yet (T-23); it must not know who asks or what is shown instead.
import type { ContestId, TurnId } from '../../contest/ids.ts';
import { readJudges } from './people.ts';
import type { Queryable } from './queryable.ts';
import { readSheetsOf } from './sheets.ts';
import { readTurns } from './turns.ts';

/** Those that took place or will, and for which the account's own sheet is not locked; none for accounts that do not mark. */
export async function readBlindTurns(db: Queryable, contestId: ContestId, accountId: string): Promise<Set<TurnId>> {
	const own = (await readJudges(db, contestId)).find((judge) => judge.accountId === accountId);
	if (!own) return new Set();
	const locked = new Set(
		(await readSheetsOf(db, contestId, own.id)).filter(({ lockedAt }) => lockedAt !== null).map(({ turnId }) => turnId)
	);
	const turns = await readTurns(db, contestId);
	return new Set(turns.filter(({ id, status }) => status !== 'absent' && !locked.has(id)).map(({ id }) => id));
}
