// Brings a database to the schema of a migrations folder, one process at a time; it must not know what the migrations do.
import { resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type postgres from 'postgres';
import { singleConnection } from './single-connection.ts';

/** Folder of the migrations, relative to the folder the program is started in. */
export const migrationsFolder = resolve('drizzle');

/** Any number the house uses for nothing else; Drizzle's own migrator takes no lock. */
const migrationLock = 7_107_002;

export interface Migration {
	/** SHA-256 of the file. */
	hash: string;
	/** When it was made, ms since the epoch: its identity and its place in the order. */
	madeAt: number;
}

/** Throws when the database is newer than the folder, or when a migration was edited after it had been applied. */
export async function migrateDatabase(pool: postgres.Sql, folder: string): Promise<void> {
	const connection = singleConnection(pool, { name: 'hoithi migrations' });
	try {
		// Held by the session: a migrator that dies gives it back.
		await connection`select pg_advisory_lock(${migrationLock})`;
		checkMigrations(await readAppliedMigrations(connection), readFolderMigrations(folder));
		await migrate(drizzle(connection), { migrationsFolder: folder });
	} finally {
		await connection.end({ timeout: 5 });
	}
}

export function readFolderMigrations(folder: string): Migration[] {
	return readMigrationFiles({ migrationsFolder: folder }).map((file) => ({
		hash: file.hash,
		madeAt: file.folderMillis
	}));
}

/** In the order they were applied; empty for a new database. */
export async function readAppliedMigrations(sql: postgres.Sql | postgres.TransactionSql): Promise<Migration[]> {
	const [table] = await sql<
		{ known: boolean }[]
	>`select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
	if (!table?.known) return [];
	return sql<
		Migration[]
	>`select hash, created_at::float8 as "madeAt" from drizzle.__drizzle_migrations order by created_at`;
}

function checkMigrations(applied: Migration[], known: Migration[]): void {
	const byTime = new Map(known.map((migration) => [migration.madeAt, migration]));
	for (const migration of applied) {
		const same = byTime.get(migration.madeAt);
		if (!same)
			throw new Error(
				'the database was made by a newer version of the program: update the program, then start it again'
			);
		if (same.hash !== migration.hash) {
			const made = new Date(migration.madeAt).toISOString();
			throw new Error(`the migration made at ${made} was changed after the database had applied it`);
		}
	}
}
