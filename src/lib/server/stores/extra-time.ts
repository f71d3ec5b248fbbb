// Extra time of contestants: the only SQL about it.
import { and, eq, sql } from 'drizzle-orm';
import type { ContestantId, ContestId } from '../../contest/ids.ts';
import { contestant } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** The most anybody of the contest has, in percent of each question's time; 0 when nobody has any. */
export async function readMostExtra(db: Queryable, contestId: ContestId): Promise<number> {
	const [row] = await db
		.select({ most: sql<number>`coalesce(max(${contestant.extraPercent}), 0)::int` })
		.from(contestant)
		.where(and(eq(contestant.contestId, contestId), eq(contestant.status, 'competing')));
	return row?.most ?? 0;
}

export async function saveExtra(db: Queryable, id: ContestantId, extraPercent: number): Promise<void> {
	await db.update(contestant).set({ extraPercent }).where(eq(contestant.id, id));
}
