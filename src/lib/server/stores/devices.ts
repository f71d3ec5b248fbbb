// Which device of a contestant is the newest: the only SQL about epochs.
import { eq, sql } from 'drizzle-orm';
import type { ContestantId } from '../../contest/ids.ts';
import { contestant, session, slip } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** A device has come with this slip: the next epoch of its contestant, who has joined at the latest now; null for a screen. */
export async function admitDevice(db: Queryable, slipId: string, now: Date): Promise<number | null> {
	const [row] = await db
		.update(contestant)
		.set({
			deviceEpoch: sql`${contestant.deviceEpoch} + 1`,
			joinedAt: sql`coalesce(${contestant.joinedAt}, ${now.toISOString()}::timestamptz)`
		})
		.from(slip)
		.where(sql`${slip.id} = ${slipId} and ${contestant.id} = ${slip.contestantId}`)
		.returning({ epoch: contestant.deviceEpoch });
	return row?.epoch ?? null;
}

/** Makes this session's device the newest one again; returns its new epoch. */
export async function renewEpoch(db: Queryable, sessionId: string, contestantId: ContestantId): Promise<number> {
	const [row] = await db
		.update(contestant)
		.set({ deviceEpoch: sql`${contestant.deviceEpoch} + 1` })
		.where(eq(contestant.id, contestantId))
		.returning({ epoch: contestant.deviceEpoch });
	const epoch = row?.epoch ?? 0;
	await db.update(session).set({ epoch }).where(eq(session.id, sessionId));
	return epoch;
}
