// The append-only log of a contest: the only SQL about contest_event.
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { contestEvent } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type ContestEventRow = typeof contestEvent.$inferSelect;

export async function lastEvent(db: Queryable, contestId: ContestId): Promise<ContestEventRow | null> {
	const [row] = await db
		.select()
		.from(contestEvent)
		.where(eq(contestEvent.contestId, contestId))
		.orderBy(desc(contestEvent.sequence))
		.limit(1);
	return row ?? null;
}

export async function appendEvents(db: Queryable, rows: (typeof contestEvent.$inferInsert)[]): Promise<void> {
	if (rows.length > 0) await db.insert(contestEvent).values(rows);
}

/** The whole log in order. */
export async function readEvents(db: Queryable, contestId: ContestId): Promise<ContestEventRow[]> {
	return db
		.select()
		.from(contestEvent)
		.where(eq(contestEvent.contestId, contestId))
		.orderBy(asc(contestEvent.sequence));
}

/** The lines of these kinds, in order. */
export async function readEventsOfKinds(
	db: Queryable,
	contestId: ContestId,
	kinds: string[]
): Promise<ContestEventRow[]> {
	return db
		.select()
		.from(contestEvent)
		.where(and(eq(contestEvent.contestId, contestId), inArray(contestEvent.kind, kinds)))
		.orderBy(asc(contestEvent.sequence));
}
