// Makes a new database from a backup file, whole or not at all and never over another; it must not know what the tables mean.
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import postgres from 'postgres';
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { migrateDatabase, readFolderMigrations } from '../database/migrate.ts';
import { singleConnection } from '../database/single-connection.ts';
import { readTables, type Connection } from './catalogue.ts';
import { copyOut, fixForms } from './copy-out.ts';
import type { Foot, TableContents } from './manifest.ts';
import { checkBackup, readPieces, sameContents, type Checked } from './read-backup.ts';

export interface Restored {
	database: string;
	rows: number;
	tables: number;
	/** When the backup was made, ISO 8601. */
	madeAt: string;
	tookMs: number;
}

/**
 * `targetUrl`, of a role that may make databases, names one that does not exist yet; it appears under that name when everything in it has been
 * checked. `application` gets its rights in it.
 */
export async function restoreBackup(
	file: string,
	targetUrl: string,
	given: { migrationsFolder: string; application?: string | undefined }
): Promise<Restored | Refusal> {
	const startedAt = performance.now();
	const checked = await checkBackup(
		file,
		readFolderMigrations(given.migrationsFolder).map((migration) => migration.madeAt)
	);
	if (isRefusal(checked)) return checked;
	const target = postgres(targetUrl, { max: 1 });
	const database = target.options.database;
	const admin = singleConnection(target, { name: 'hoithi restore', database: 'postgres' });
	const aside = `restoring_${randomBytes(6).toString('hex')}`;
	try {
		const [taken] = await admin`select 1 from pg_database where datname = ${database}`;
		if (taken) return refuse('backup/target-exists', { database });
		await admin.unsafe(`create database ${aside}`);
		const connection = singleConnection(target, { name: 'hoithi restore', database: aside });
		try {
			await migrateTo(connection, given.migrationsFolder, checked);
			await connection.begin((sql) => fill(sql, file, checked.foot));
			await migrateDatabase(connection, given.migrationsFolder, given.application);
		} finally {
			await connection.end({ timeout: 5 });
		}
		await admin.unsafe(`alter database ${aside} rename to "${database.replaceAll('"', '""')}"`);
	} catch (error) {
		await admin.unsafe(`drop database if exists ${aside} with (force)`);
		// Somebody made the database in the meantime.
		if (error instanceof Error && 'code' in error && error.code === '42P04')
			return refuse('backup/target-exists', { database });
		throw error;
	} finally {
		await admin.end({ timeout: 5 });
		await target.end({ timeout: 1 });
	}
	const rows = checked.foot.tables.reduce((sum, table) => sum + table.rows, 0);
	const tookMs = Math.round(performance.now() - startedAt);
	return { database, rows, tables: checked.foot.tables.length, madeAt: checked.head.madeAt, tookMs };
}

/** Runs only the migrations the backup had: its rows fit that schema and no later one. */
async function migrateTo(connection: postgres.Sql, folder: string, checked: Checked): Promise<void> {
	const had = new Set(checked.head.migrations.map((migration) => migration.madeAt));
	const partial = await mkdtemp(join(tmpdir(), 'hoithi-migrations-'));
	try {
		await cp(folder, partial, { recursive: true });
		const journalFile = join(partial, 'meta', '_journal.json');
		const journal = z
			.looseObject({ entries: z.array(z.looseObject({ when: z.number() })) })
			.parse(JSON.parse(await readFile(journalFile, 'utf8')));
		const entries = journal.entries.filter((entry) => had.has(entry.when));
		await writeFile(journalFile, JSON.stringify({ ...journal, entries }));
		await migrateDatabase(connection, partial);
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
}

/** Loads all rows and compares what Postgres then has with what the file says; throws on any difference, which undoes all. */
async function fill(sql: postgres.TransactionSql, file: string, foot: Foot): Promise<void> {
	await fixForms(sql);
	const tables = await readTables(sql);
	// Triggers guard the house's history against changes by people; a copy of that history must get past them.
	await setTriggers(
		sql,
		tables.map((table) => table.name),
		'disable'
	);
	if (tables.length > 0) await sql.unsafe(`truncate ${tables.map((table) => table.name).join(', ')}`);
	await copyIn(sql, file);
	for (const { sequence, value } of foot.sequences) await sql`select setval(${sequence}::regclass, ${value}::bigint)`;
	await setTriggers(
		sql,
		tables.map((table) => table.name),
		'enable'
	);
	const found: TableContents[] = [];
	for (const table of tables) found.push(await countAndHash(sql, table));
	if (!sameContents(byName(found), byName(foot.tables)))
		throw new Error('the restored rows are not those of the backup');
}

/** A superuser switches all triggers off at once; others can only do it for their own tables, whose foreign keys still hold then. */
async function setTriggers(sql: Connection, tables: string[], act: 'disable' | 'enable'): Promise<void> {
	const [role] = await sql<{ rolsuper: boolean }[]>`select rolsuper from pg_roles where rolname = current_user`;
	if (role?.rolsuper) {
		await sql.unsafe(`set local session_replication_role = ${act === 'disable' ? 'replica' : 'origin'}`);
		return;
	}
	for (const table of tables) await sql.unsafe(`alter table ${table} ${act} trigger user`);
}

async function copyIn(sql: Connection, file: string): Promise<void> {
	const pieces = readPieces(file);
	let open: { copy: string } | null = null;
	for (let next = await pieces.next(); !next.done;) {
		if (next.value.kind === 'table') open = { copy: next.value.copy };
		next = await pieces.next();
		if (!open) continue;
		const rows = async function* (): AsyncGenerator<Buffer> {
			for (; !next.done && next.value.kind === 'rows'; next = await pieces.next()) yield next.value.bytes;
		};
		await pipeline(Readable.from(rows(), { objectMode: false }), await sql.unsafe(open.copy).writable());
		open = null;
	}
}

async function countAndHash(sql: Connection, table: Parameters<typeof copyOut>[1]): Promise<TableContents> {
	const reading = copyOut(sql, table);
	let step = await reading.next();
	while (!step.done) step = await reading.next();
	return step.value;
}

const byName = (list: TableContents[]) => list.toSorted((one, other) => (one.table < other.table ? -1 : 1));
