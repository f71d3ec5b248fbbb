// How far the ceremony had come, read from the contest's log; it must not know what the hall shows now.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { contestEvent } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** 0 when there was no ceremony yet. */
export async function readLastCeremonyStep(db: Queryable, contestId: ContestId): Promise<number> {
	const [row] = await db
		.select({ step: sql<number>`(${contestEvent.payload} ->> 'step')::int` })
		.from(contestEvent)
		.where(
			and(
				eq(contestEvent.contestId, contestId),
				eq(contestEvent.kind, 'hall-directed'),
				sql`${contestEvent.payload} ->> 'show' = 'ceremony'`
			)
		)
		.orderBy(desc(contestEvent.sequence))
		.limit(1);
	return row?.step ?? 0;
}
