// Which member of the panel the person asking is: decided by the account of the seat alone, never by what they send.
import type { ContestId } from '../../contest/ids.ts';
import type { Seat } from '../seat.ts';
import { readJudges, type JudgeRow } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';

/** Null for everybody who is not on the panel of this contest. */
export async function ownJudge(db: Queryable, seat: Seat, contestId: ContestId): Promise<JudgeRow | null> {
	if (seat.kind !== 'staff') return null;
	const panel = await readJudges(db, contestId);
	return panel.find((judge) => judge.accountId === seat.accountId) ?? null;
}
