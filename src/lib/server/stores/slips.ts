// Printed slips of contestants and screens: the only SQL that makes and revokes them; it sees hashes, never a ticket or a code.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ContestantId, ContestId } from '../../contest/ids.ts';
import { session, slip } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** Contestants who hold a slip that is good, with when it was made, and how many screens do. */
export async function readGoodSlips(
	db: Queryable,
	contestId: ContestId
): Promise<{ id: string; contestantId: ContestantId | null; madeAt: Date }[]> {
	return db
		.select({ id: slip.id, contestantId: slip.contestantId, madeAt: slip.madeAt })
		.from(slip)
		.where(and(eq(slip.contestId, contestId), isNull(slip.revokedAt)));
}

/** Ends the good slips of these contestants and every session opened with them; returns how many slips that were. */
export async function revokeSlipsOf(db: Queryable, contestantIds: ContestantId[], now: Date): Promise<number> {
	if (contestantIds.length === 0) return 0;
	const rows = await db
		.update(slip)
		.set({ revokedAt: now })
		.where(and(inArray(slip.contestantId, contestantIds), isNull(slip.revokedAt)))
		.returning({ id: slip.id });
	return revokeSessions(db, rows, now);
}

/** The same for every screen of a contest. */
export async function revokeScreenSlips(db: Queryable, contestId: ContestId, now: Date): Promise<number> {
	const rows = await db
		.update(slip)
		.set({ revokedAt: now })
		.where(and(eq(slip.contestId, contestId), isNull(slip.contestantId), isNull(slip.revokedAt)))
		.returning({ id: slip.id });
	return revokeSessions(db, rows, now);
}

export async function insertSlips(db: Queryable, values: (typeof slip.$inferInsert)[]): Promise<void> {
	if (values.length > 0) await db.insert(slip).values(values);
}

async function revokeSessions(db: Queryable, slips: { id: string }[], now: Date): Promise<number> {
	if (slips.length === 0) return 0;
	await db
		.update(session)
		.set({ revokedAt: now })
		.where(
			and(
				inArray(
					session.slipId,
					slips.map(({ id }) => id)
				),
				isNull(session.revokedAt)
			)
		);
	return slips.length;
}
