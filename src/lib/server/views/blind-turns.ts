// Whose points the person who asks may not see yet: contestants for whom their own sheet is not locked (T-23).
import type { ContestId, TurnId } from '../../contest/ids.ts';
import type { Seat } from '../seat.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import type { Queryable } from '../stores/queryable.ts';

/** Empty for everybody who does not mark; a stage in which the person sits in no panel hides nothing from them. */
export async function blindTurns(db: Queryable, seat: Seat, contestId: ContestId): Promise<Set<TurnId>> {
	return seat.kind === 'staff' ? readBlindTurns(db, contestId, seat.accountId) : new Set();
}
