// Brings a database to the schema of a migrations folder and the application's role to its rights, one process at a time; it must not know what the
// migrations do.
import { resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import postgres from 'postgres';
import { grantRights } from './grant-rights.ts';
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

/**
 * Throws when the database is newer than the folder, or when a migration was edited after it had been applied. `pool` is of the owner of the
 * tables, who gives `application` its rights; of another role only where nothing is left to migrate.
 */
export async function migrateDatabase(pool: postgres.Sql, folder: string, application?: string): Promise<void> {
	const connection = singleConnection(pool, { name: 'hoithi migrations' });
	try {
		// Held by the session: a migrator that dies gives it back.
		await connection`select pg_advisory_lock(${migrationLock})`;
		const [applied, known] = [await readAppliedMigrations(connection), readFolderMigrations(folder)];
		checkMigrations(applied, known);
		if (applied.length < known.length) {
			await refuseUnlessOwner(connection);
			await migrate(drizzle(connection), { migrationsFolder: folder });
		}
		if (application !== undefined) await grantRights(connection, application);
	} finally {
		await connection.end({ timeout: 5 });
	}
}

/** Migrates by the owner's address. `application` is connected as the house will be, and must then find what was migrated. */
export async function migrateAsOwner(ownerUrl: string, folder: string, application: postgres.Sql): Promise<void> {
	const owner = postgres(ownerUrl, { max: 1 });
	await migrateDatabase(owner, folder, application.options.user);
	await owner.end();
	const found = await readAppliedMigrations(application);
	if (found.length < readFolderMigrations(folder).length)
		throw new Error('DATABASE_URL and DATABASE_OWNER_URL do not lead to the same database');
}

async function refuseUnlessOwner(sql: postgres.Sql): Promise<void> {
	const [may] = await sql<{ create: boolean }[]>`
		select has_database_privilege(current_database(), 'CREATE') as create`;
	if (!may?.create)
		throw new Error(
			'the role of DATABASE_URL may not make tables: give the address of their owner in DATABASE_OWNER_URL'
		);
}

export function readFolderMigrations(folder: string): Migration[] {
	return readMigrationFiles({ migrationsFolder: folder }).map((file) => ({
		hash: file.hash,
		madeAt: file.folderMillis
	}));
}

/** In the order they were applied; empty for a new database, and for a role that has not been given its rights yet. */
export async function readAppliedMigrations(sql: postgres.Sql | postgres.TransactionSql): Promise<Migration[]> {
	const [table] = await sql<{ known: boolean }[]>`select exists (
		select from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = 'drizzle' and c.relname = '__drizzle_migrations' and has_schema_privilege(n.oid, 'USAGE')
	) as known`;
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
