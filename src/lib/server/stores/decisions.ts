// What people decided beside the marks, only ever added: the only SQL about decisions and points given by the organisers.
import { and, asc, eq, sql } from 'drizzle-orm';
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

/** False when its proposal has already given a decision. */
export async function insertDecision(db: Queryable, values: typeof decision.$inferInsert): Promise<boolean> {
	const rows = await db
		.insert(decision)
		.values(values)
		.onConflictDoNothing({ target: decision.proposalId })
		.returning({ sequence: decision.sequence });
	return rows.length === 1;
}

/** The sequence of the decision each proposal has given. */
export async function readSequencesOfProposals(db: Queryable, contestId: ContestId): Promise<Map<string, number>> {
	const rows = await db
		.select({ proposalId: decision.proposalId, sequence: decision.sequence })
		.from(decision)
		.where(eq(decision.contestId, contestId));
	return new Map(rows.map(({ proposalId, sequence }) => [proposalId, sequence]));
}

export interface GivenRow {
	partCode: string;
	contestantId: string;
	number: string;
	points: number;
	reason: string;
	madeAt: Date;
}

export async function readGivenPoints(db: Queryable, contestId: ContestId): Promise<GivenRow[]> {
	return db
		.select({
			partCode: givenPoints.partCode,
			contestantId: givenPoints.contestantId,
			number: contestant.number,
			points: givenPoints.points,
			reason: givenPoints.reason,
			madeAt: givenPoints.madeAt
		})
		.from(givenPoints)
		.innerJoin(contestant, eq(contestant.id, givenPoints.contestantId))
		.where(eq(givenPoints.contestId, contestId));
}

/** Points of one contestant in one part; later ones take the place of earlier ones, which the log keeps. */
export async function storeGivenPoints(db: Queryable, values: typeof givenPoints.$inferInsert): Promise<void> {
	await db
		.insert(givenPoints)
		.values(values)
		.onConflictDoUpdate({
			target: [givenPoints.contestId, givenPoints.partCode, givenPoints.contestantId],
			set: {
				points: sql`excluded.points`,
				reason: sql`excluded.reason`,
				givenBy: sql`excluded.given_by`,
				madeAt: sql`excluded.made_at`
			}
		});
}

export async function takeBackGivenPoints(
	db: Queryable,
	{ contestId, partCode, contestantId }: { contestId: ContestId; partCode: string; contestantId: string }
): Promise<void> {
	await db
		.delete(givenPoints)
		.where(
			and(
				eq(givenPoints.contestId, contestId),
				eq(givenPoints.partCode, partCode),
				eq(givenPoints.contestantId, contestantId)
			)
		);
}
