// Contests and who is what in them: the only SQL about the contest row.
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { contest, membership, type StaffRole } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type ContestRow = typeof contest.$inferSelect;

export async function insertContest(db: Queryable, values: typeof contest.$inferInsert): Promise<ContestRow> {
	const [row] = await db.insert(contest).values(values).returning();
	if (!row) throw new Error('the contest was not stored');
	return row;
}

export async function readContest(db: Queryable, id: ContestId): Promise<ContestRow | null> {
	const [row] = await db.select().from(contest).where(eq(contest.id, id));
	return row ?? null;
}

export async function readContestByJoinCode(db: Queryable, joinCode: string): Promise<ContestRow | null> {
	const [row] = await db.select().from(contest).where(eq(contest.joinCode, joinCode));
	return row ?? null;
}

/** Locks the contest's row until the transaction ends; every change of one contest waits here for its turn. */
export async function lockContest(db: Queryable, id: ContestId): Promise<ContestRow | null> {
	const [row] = await db.select().from(contest).where(eq(contest.id, id)).for('update');
	return row ?? null;
}

export async function updateContest(
	db: Queryable,
	id: ContestId,
	values: Partial<typeof contest.$inferInsert>
): Promise<void> {
	await db.update(contest).set(values).where(eq(contest.id, id));
}

/** Adds one to the version and returns it; `log` is where the log ends from now on. */
export async function bumpContestVersion(
	db: Queryable,
	id: ContestId,
	log: { logCount: number; logHash: string }
): Promise<number> {
	const [row] = await db
		.update(contest)
		.set({ ...log, version: sql`${contest.version} + 1` })
		.where(eq(contest.id, id))
		.returning({ version: contest.version });
	if (!row) throw new Error('the contest is gone');
	return row.version;
}

export async function readVersions(db: Queryable, ids: ContestId[]): Promise<{ id: ContestId; version: number }[]> {
	if (ids.length === 0) return [];
	return db.select({ id: contest.id, version: contest.version }).from(contest).where(inArray(contest.id, ids));
}

export async function readContestsOf(db: Queryable, ids: ContestId[]): Promise<ContestRow[]> {
	if (ids.length === 0) return [];
	return db.select().from(contest).where(inArray(contest.id, ids)).orderBy(desc(contest.madeAt));
}

export async function readPublishedContests(db: Queryable): Promise<ContestRow[]> {
	return db
		.select()
		.from(contest)
		.where(sql`${contest.publishedAt} is not null`)
		.orderBy(desc(contest.publishedAt));
}

export async function grantRole(
	db: Queryable,
	contestId: ContestId,
	accountId: string,
	role: StaffRole
): Promise<void> {
	await db.insert(membership).values({ contestId, accountId, role }).onConflictDoNothing();
}

export async function removeRole(
	db: Queryable,
	contestId: ContestId,
	accountId: string,
	role: StaffRole
): Promise<void> {
	await db
		.delete(membership)
		.where(and(eq(membership.contestId, contestId), eq(membership.accountId, accountId), eq(membership.role, role)));
}

export async function readContestNames(db: Queryable): Promise<{ id: ContestId; name: string }[]> {
	return db.select({ id: contest.id, name: contest.name }).from(contest).orderBy(contest.madeAt);
}
