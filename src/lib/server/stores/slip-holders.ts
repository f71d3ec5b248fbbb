// Whose slip a hash belongs to: the only SQL that reads slips by their secrets' hashes.
import { and, eq, isNull } from 'drizzle-orm';
import { contest, contestant, slip, unit } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export interface SlipHolder {
	slipId: string;
	contestId: string;
	contestName: string;
	/** Null for a screen. */
	contestant: { id: string; number: string; name: string; unit: string } | null;
}

export async function readSlipBy(
	db: Queryable,
	hash: { ticketHash: string } | { codeHash: string }
): Promise<SlipHolder | null> {
	const [row] = await db
		.select({
			slipId: slip.id,
			contestId: contest.id,
			contestName: contest.name,
			id: contestant.id,
			number: contestant.number,
			name: contestant.fullName,
			unit: unit.name
		})
		.from(slip)
		.innerJoin(contest, eq(contest.id, slip.contestId))
		.leftJoin(contestant, eq(contestant.id, slip.contestantId))
		.leftJoin(unit, eq(unit.id, contestant.unitId))
		.where(
			and(
				isNull(slip.revokedAt),
				'ticketHash' in hash ? eq(slip.ticketHash, hash.ticketHash) : eq(slip.codeHash, hash.codeHash)
			)
		);
	if (!row) return null;
	const { slipId, contestId, contestName, id, number, name, unit: unitName } = row;
	return {
		slipId,
		contestId,
		contestName,
		contestant: id && number && name ? { id, number, name, unit: unitName ?? '' } : null
	};
}
