// Gives each test file a migrated database of its own, copied from a template that is migrated once per run. What is tested works as the role of the
// application; what is done past the program is done by the owner.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import postgres from 'postgres';
import type { EmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { applicationRole } from '../../src/lib/server/database/embedded-role.ts';
import { migrateDatabase, readFolderMigrations } from '../../src/lib/server/database/migrate.ts';
import { openDatabase, type Database } from '../../src/lib/server/database/open-database.ts';

export const migrationsFolder = resolve('drizzle');

export interface FreshDatabase {
	/** Of the application's role. */
	url: string;
	database: Database;
	/** The same as `database.sql`. */
	sql: Database['sql'];
	ownerUrl: string;
	/** By who owns the tables, past the program. */
	owner: Database;
	drop(): Promise<void>;
}

export interface EmptyDatabase {
	name: string;
	url: string;
	ownerUrl: string;
	/** For a process that is to migrate it. */
	settings: { DATABASE_URL: string; DATABASE_OWNER_URL: string };
	drop(): Promise<void>;
}

/** A database without tables, for tests of what makes them. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
	const name = `test_${randomBytes(6).toString('hex')}`;
	await asAdmin((admin) => admin.unsafe(`create database ${name}`));
	const [url, ownerUrl] = [urlOf(name), ownerUrlOf(name)];
	const settings = { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl };
	return { name, url, ownerUrl, settings, drop: () => dropDatabase(name) };
}

export async function freshDatabase(): Promise<FreshDatabase> {
	const name = `test_${randomBytes(6).toString('hex')}`;
	await asAdmin(async (admin) => {
		await admin.unsafe(`create database ${name} template ${await makeTemplate(admin)}`);
		// The one right that a copy does not have of its template.
		await admin.unsafe(`revoke temporary on database ${name} from public`);
	});
	const [url, ownerUrl] = [urlOf(name), ownerUrlOf(name)];
	const database = openDatabase({ url });
	const owner = openDatabase({ url: ownerUrl });
	return {
		url,
		ownerUrl,
		database,
		sql: database.sql,
		owner,
		async drop() {
			await Promise.all([database.close(), owner.close()]);
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
		const making = postgres(ownerUrlOf(`${template}_making`), { max: 1, onnotice: () => {} });
		await migrateDatabase(making, migrationsFolder, applicationRole);
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
	const admin = postgres(ownerUrlOf('postgres'), { max: 1, onnotice: () => {} });
	try {
		return await act(admin);
	} finally {
		await admin.end({ timeout: 5 });
	}
}

/** Of a database of the tests' cluster, for the application's role. */
export function urlOf(name: string): string {
	return addressIn('HOITHI_TEST_POSTGRES_URL', name);
}

export function ownerUrlOf(name: string): string {
	return addressIn('HOITHI_TEST_POSTGRES_OWNER_URL', name);
}

function addressIn(variable: (typeof clusterVariables)[number], name: string): string {
	const given = process.env[variable];
	if (!given) throw new Error('the tests need postgres.setup.ts as their global setup');
	return Object.assign(new URL(given), { pathname: `/${name}` }).href;
}

const clusterVariables = ['HOITHI_TEST_POSTGRES_URL', 'HOITHI_TEST_POSTGRES_OWNER_URL'] as const;

/** From now on tests make their databases in this cluster; gives what puts the one before back. */
export function useCluster({ url, ownerUrl }: Pick<EmbeddedPostgres, 'url' | 'ownerUrl'>): () => void {
	const before = clusterVariables.map((variable) => [variable, process.env[variable]] as const);
	process.env.HOITHI_TEST_POSTGRES_URL = url;
	process.env.HOITHI_TEST_POSTGRES_OWNER_URL = ownerUrl;
	return () => {
		for (const [variable, value] of before)
			if (value === undefined) delete process.env[variable];
			else process.env[variable] = value;
	};
}
