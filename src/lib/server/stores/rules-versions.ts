// Every version of a contest's rules, only ever added: the only SQL about rules_version.
import { and, desc, eq } from 'drizzle-orm';
import type { ContestId } from '../../contest/ids.ts';
import { rulesVersion } from '../database/schema.ts';
import type { Queryable } from './queryable.ts';

export type RulesVersionRow = typeof rulesVersion.$inferSelect;

/** A version that is already kept stays as it is. */
export async function insertRulesVersion(db: Queryable, values: typeof rulesVersion.$inferInsert): Promise<void> {
	await db.insert(rulesVersion).values(values).onConflictDoNothing();
}

/** The newest first. */
export async function readRulesVersions(db: Queryable, contestId: ContestId): Promise<RulesVersionRow[]> {
	return db
		.select()
		.from(rulesVersion)
		.where(eq(rulesVersion.contestId, contestId))
		.orderBy(desc(rulesVersion.version));
}

export async function readRulesVersion(
	db: Queryable,
	contestId: ContestId,
	version: number
): Promise<RulesVersionRow | null> {
	const [row] = await db
		.select()
		.from(rulesVersion)
		.where(and(eq(rulesVersion.contestId, contestId), eq(rulesVersion.version, version)));
	return row ?? null;
}
