// Migrations run once each however many servers start, and a newer database is left alone.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrateDatabase, readAppliedMigrations, readFolderMigrations } from '../../src/lib/server/database/migrate.ts';
import { emptyDatabase, migrationsFolder } from './fresh-database.ts';

describe('migrations', () => {
	let empty: Awaited<ReturnType<typeof emptyDatabase>>;
	let sql: postgres.Sql;
	let folder: string;

	beforeEach(async () => {
		empty = await emptyDatabase();
		sql = postgres(empty.url, { max: 1 });
		folder = await mkdtemp(join(tmpdir(), 'hoithi-migrate-'));
		await cp(migrationsFolder, folder, { recursive: true });
	});
	afterEach(async () => {
		await sql.end();
		await empty.drop();
		await rm(folder, { recursive: true });
	});

	async function addMigration(text: string, when: number): Promise<void> {
		const file = join(folder, 'meta', '_journal.json');
		const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: object[] };
		journal.entries.push({ idx: journal.entries.length, version: '7', when, tag: `added_${when}`, breakpoints: true });
		await writeFile(file, JSON.stringify(journal));
		await writeFile(join(folder, `added_${when}.sql`), text);
	}

	test('four processes on an empty database apply each migration once', async () => {
		await addMigration(
			'create table counted (n int);--> statement-breakpoint\ninsert into counted values (1);',
			4_000_000_000_000
		);
		const processes = Array.from({ length: 4 }, () =>
			fork(resolve('tests/server/migrate-process.ts'), [empty.url, folder], { execArgv: [] })
		);
		const codes = await Promise.all(processes.map(async (child) => (await once(child, 'exit'))[0] as number));
		expect(codes).toEqual([0, 0, 0, 0]);
		expect(await readAppliedMigrations(sql)).toEqual(readFolderMigrations(folder));
		expect(await sql`select n from counted`).toHaveLength(1);
	});

	test('a database newer than the program is refused and stays as it is', async () => {
		await addMigration('create table from_the_future (n int);', 4_000_000_000_000);
		await migrateDatabase(sql, folder);
		const applied = await readAppliedMigrations(sql);
		await expect(migrateDatabase(sql, migrationsFolder)).rejects.toThrow('newer version of the program');
		expect(await readAppliedMigrations(sql)).toEqual(applied);
	});

	test('a migration edited after it was applied is refused', async () => {
		await addMigration('create table early (n int);', 4_000_000_000_000);
		await migrateDatabase(sql, folder);
		await writeFile(join(folder, 'added_4000000000000.sql'), 'create table other (n int);');
		await expect(migrateDatabase(sql, folder)).rejects.toThrow('was changed after');
	});
});
