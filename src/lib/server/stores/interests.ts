// Conflicts of interest that judges or organisers declared: the only SQL about them; it must not know whom they keep from marking.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import type { RecordedInterest } from '../../contest/record/record.ts';
import { contestant, interest, judge, unit } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type InterestRow = typeof interest.$inferSelect & {
	judgeCode: string;
	/** One of the two. */
	contestantNumber: string | null;
	unitCode: string | null;
};

/** All that were declared, in that order, those taken back included. */
export async function readInterests(db: Queryable, contestId: ContestId): Promise<InterestRow[]> {
	const rows = await db
		.select({ interest, judgeCode: judge.code, contestantNumber: contestant.number, unitCode: unit.code })
		.from(interest)
		.innerJoin(judge, eq(judge.id, interest.judgeId))
		.leftJoin(contestant, eq(contestant.id, interest.contestantId))
		.leftJoin(unit, eq(unit.id, interest.unitId))
		.where(eq(interest.contestId, contestId))
		.orderBy(asc(interest.declaredAt), asc(interest.id));
	return rows.map(({ interest: row, ...codes }) => ({ ...row, ...codes }));
}

/** Those that hold, as the record has them. */
export function standingInterests(rows: InterestRow[]): RecordedInterest[] {
	return rows
		.filter(({ withdrawnAt }) => withdrawnAt === null)
		.map(({ judgeCode, contestantNumber, unitCode, reason, declaredBy, declaredAt }) => ({
			judge: judgeCode,
			about: contestantNumber === null ? { unit: unitCode ?? '' } : { contestant: contestantNumber },
			reason,
			by: declaredBy,
			at: declaredAt.toISOString()
		}));
}

export async function insertInterest(db: Queryable, values: typeof interest.$inferInsert): Promise<string> {
	const [row] = await db.insert(interest).values(values).returning({ id: interest.id });
	if (!row) throw new Error('an interest was not stored');
	return row.id;
}

/** False when it has been taken back already. */
export async function withdrawInterestRow(
	db: Queryable,
	id: string,
	withdrawal: { withdrawnBy: string; withdrawnByAccount: string; withdrawnAt: Date; withdrawnReason: string }
): Promise<boolean> {
	const rows = await db
		.update(interest)
		.set(withdrawal)
		.where(and(eq(interest.id, id), isNull(interest.withdrawnAt)))
		.returning({ id: interest.id });
	return rows.length === 1;
}
