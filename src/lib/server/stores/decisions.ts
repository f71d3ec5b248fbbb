// What people decided beside the marks, only ever added: the only SQL about decisions and points given by the organisers.
import { asc, eq } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import type { Decision } from '../../contest/record/decision.ts';
import { contestant, decision, givenPoints } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

/** All decisions in the order decided, those taken back included. */
export async function readDecisions(db: Queryable, contestId: ContestId): Promise<Decision[]> {
	const rows = await db
		.select()
		.from(decision)
		.where(eq(decision.contestId, contestId))
		.orderBy(asc(decision.sequence));
	return rows.map(({ content, sequence, reason, by, confirmedBy, takesBack, madeAt }) => ({
		...content,
		sequence,
		reason,
		by,
		confirmedBy,
		takesBack,
		at: madeAt.toISOString()
	}));
}

export async function insertDecision(db: Queryable, values: typeof decision.$inferInsert): Promise<void> {
	await db.insert(decision).values(values);
}

export interface GivenRow {
	partCode: string;
	contestantId: string;
	number: string;
	points: number;
	reason: string;
}

export async function readGivenPoints(db: Queryable, contestId: ContestId): Promise<GivenRow[]> {
	return db
		.select({
			partCode: givenPoints.partCode,
			contestantId: givenPoints.contestantId,
			number: contestant.number,
			points: givenPoints.points,
			reason: givenPoints.reason
		})
		.from(givenPoints)
		.innerJoin(contestant, eq(contestant.id, givenPoints.contestantId))
		.where(eq(givenPoints.contestId, contestId));
}
