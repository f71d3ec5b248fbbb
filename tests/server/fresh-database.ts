// Gives each test file a migrated database of its own, copied from a template that is migrated once per run.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import postgres from 'postgres';
import { migrateDatabase, readFolderMigrations } from '../../src/lib/server/database/migrate.ts';
import { openDatabase, type Database } from '../../src/lib/server/database/open-database.ts';

export const migrationsFolder = resolve('drizzle');

export interface FreshDatabase {
	url: string;
	database: Database;
	/** The same as `database.sql`. */
	sql: Database['sql'];
	drop(): Promise<void>;
}

/** A database without tables, for tests of what makes them. */
export async function emptyDatabase(): Promise<{ url: string; name: string; drop(): Promise<void> }> {
	const name = `test_${randomBytes(6).toString('hex')}`;
	await asAdmin((admin) => admin.unsafe(`create database ${name}`));
	return { url: urlOf(name), name, drop: () => dropDatabase(name) };
}

export async function freshDatabase(): Promise<FreshDatabase> {
	const name = `test_${randomBytes(6).toString('hex')}`;
	await asAdmin(async (admin) => {
		await admin.unsafe(`create database ${name} template ${await makeTemplate(admin)}`);
	});
	const url = urlOf(name);
	const database = openDatabase({ url });
	return {
		url,
		database,
		sql: database.sql,
		async drop() {
			await database.close();
			await dropDatabase(name);
		}
	};
}

/** Made once for each state of the migrations folder; the lock keeps files that start together from making it twice. */
async function makeTemplate(admin: postgres.Sql): Promise<string> {
	const hashes = readFolderMigrations(migrationsFolder).map((migration) => migration.hash.slice(0, 4));
	const template = `template_${hashes.join('')}`.slice(0, 60);
	await admin`select pg_advisory_lock(1)`;
	const [known] = await admin`select 1 from pg_database where datname = ${template}`;
	if (!known) {
		await admin.unsafe(`drop database if exists ${template}_making with (force)`);
		await admin.unsafe(`create database ${template}_making`);
		const making = postgres(urlOf(`${template}_making`), { max: 1, onnotice: () => {} });
		await migrateDatabase(making, migrationsFolder);
		await making.end();
		await admin.unsafe(`alter database ${template}_making rename to ${template}`);
	}
	await admin`select pg_advisory_unlock(1)`;
	return template;
}

export function dropDatabase(name: string): Promise<void> {
	return asAdmin(async (admin) => {
		await admin.unsafe(`drop database if exists ${name} with (force)`);
	});
}

export async function asAdmin<T>(act: (admin: postgres.Sql) => Promise<T>): Promise<T> {
	const admin = postgres(urlOf('postgres'), { max: 1, onnotice: () => {} });
	try {
		return await act(admin);
	} finally {
		await admin.end({ timeout: 5 });
	}
}

/** URL of another database of the tests' cluster. */
export function urlOf(name: string): string {
	const given = process.env.HOITHI_TEST_POSTGRES_URL;
	if (!given) throw new Error('the tests need postgres.setup.ts as their global setup');
	return Object.assign(new URL(given), { pathname: `/${name}` }).href;
}
