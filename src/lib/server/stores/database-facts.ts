// How the database server itself is set: what decides whether a commit is a commit, its version and its clock. It must not know contests.
import { sql } from 'drizzle-orm';
import type { Queryable } from './queryable.ts';

/**
 * The settings that lose committed rows when they are off: in this session, or for sessions to come by a setting of the
 * database or of our role. Each name once; empty when a commit is a commit.
 */
export async function readUnsafeSettings(db: Queryable): Promise<string[]> {
	const rows = await db.execute<{ name: string }>(sql`
		select name from pg_settings
		where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
		union
		select split_part(setting, '=', 1) from pg_db_role_setting, unnest(setconfig) as setting
		where setting = 'synchronous_commit=off'
			and setdatabase in (0, (select oid from pg_database where datname = current_database()))
			and setrole in (0, (select oid from pg_roles where rolname = current_user))
		order by name`);
	return rows.map(({ name }) => name);
}

export interface DatabaseFacts {
	/** As Postgres writes it: 18.1. */
	version: string;
	/** 180001. */
	versionNumber: number;
	hasChecksums: boolean;
}

export async function readDatabaseFacts(db: Queryable): Promise<DatabaseFacts> {
	const [row] = await db.execute<{ version: string; number: number; checksums: string }>(sql`
		select split_part(current_setting('server_version'), ' ', 1) as version,
			current_setting('server_version_num')::int as number, current_setting('data_checksums') as checksums`);
	if (!row) throw new Error('the database told nothing of itself');
	return { version: row.version, versionNumber: row.number, hasChecksums: row.checksums === 'on' };
}

/** The database's clock, ms since the epoch. */
export async function readDatabaseClock(db: Queryable): Promise<number> {
	const [row] = await db.execute<{ ms: number }>(
		sql`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`
	);
	if (!row) throw new Error('the database gave no time');
	return row.ms;
}
