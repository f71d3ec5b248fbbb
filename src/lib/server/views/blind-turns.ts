// Whose points the person who asks may not see yet: contestants for whom their own sheet is not locked (T-23).
import type { ContestId, TurnId } from '../../contest/ids.ts';
import type { Missing } from '../../contest/result/result.ts';
import type { Seat } from '../seat.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readTurns } from '../stores/turns.ts';

/** Empty for everybody who does not mark; a stage in which the person sits in no panel hides nothing from them. */
export async function blindTurns(db: Queryable, seat: Seat, contestId: ContestId): Promise<Set<TurnId>> {
	return seat.kind === 'staff' ? readBlindTurns(db, contestId, seat.accountId) : new Set();
}

/** What is missing without what tells how others have marked somebody this person still has to mark: differences and ties. */
export async function seenMissing(
	db: Queryable,
	contestId: ContestId,
	blind: ReadonlySet<TurnId>,
	missing: Missing[]
): Promise<Missing[]> {
	if (blind.size === 0) return missing;
	const turns = (await readTurns(db, contestId)).filter(({ id }) => blind.has(id));
	const unmarked = new Set(turns.map(({ contestant }) => contestant.number));
	return missing.flatMap((each): Missing[] => {
		if (each.kind === 'tie' || each.kind === 'advancement')
			return each.contestants.some((number) => unmarked.has(number)) ? [] : [each];
		if (each.kind !== 'divergence' && each.kind !== 'panel-value') return [each];
		const contestants = each.contestants.filter((number) => !unmarked.has(number));
		return contestants.length > 0 ? [{ ...each, contestants }] : [];
	});
}
