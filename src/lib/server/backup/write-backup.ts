// Writes one consistent snapshot of a database into one file, whole or not at all; it must not know what the tables mean.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type postgres from 'postgres';
import { readAppliedMigrations } from '../database/migrate.ts';
import { singleConnection } from '../database/single-connection.ts';
import { readSequences, readTables, type Connection } from './catalogue.ts';
import { copyOut, fixForms } from './copy-out.ts';
import { formatVersion, writeFoot, writeHead, type Foot } from './manifest.ts';
import { sealFor } from './seal.ts';

export interface Written {
	file: string;
	bytes: number;
	rows: number;
	tables: number;
	tookMs: number;
}

/** Replaces `file` only when the new one is complete and on the disk. Works beside a running contest: it reads one snapshot. */
export async function writeBackup(pool: postgres.Sql, file: string, given: { appVersion: string }): Promise<Written> {
	const startedAt = performance.now();
	await mkdir(dirname(file), { recursive: true });
	const aside = `${file}.${process.pid}.${Math.round(startedAt)}.part`;
	const connection = singleConnection(pool, { name: 'hoithi backup' });
	try {
		const foot = await connection.begin('isolation level repeatable read read only', async (sql) => {
			await fixForms(sql);
			const contents: Foot = { tables: [], sequences: [] };
			await writeSealed(aside, writeText(sql, given.appVersion, contents));
			return contents;
		});
		const bytes = await putOnDisk(aside, file);
		const rows = foot.tables.reduce((sum, table) => sum + table.rows, 0);
		return { file, bytes, rows, tables: foot.tables.length, tookMs: Math.round(performance.now() - startedAt) };
	} catch (error) {
		await rm(aside, { force: true });
		throw error;
	} finally {
		await connection.end({ timeout: 5 });
	}
}

/** SQL that `psql` understands too; fills `contents` while it goes. */
async function* writeText(sql: Connection, appVersion: string, contents: Foot): AsyncGenerator<string | Buffer> {
	const [about] = await sql<{ system: string; database: string; at: Date }[]>`
		select system_identifier::text as system, current_database() as database, now() as at from pg_control_system()`;
	if (!about) throw new Error('the database does not say who it is');
	yield writeHead({
		format: formatVersion,
		appVersion,
		madeAt: about.at.toISOString(),
		systemIdentifier: about.system,
		database: about.database,
		migrations: await readAppliedMigrations(sql)
	});
	yield 'BEGIN;\nSET LOCAL session_replication_role = replica;\n';
	for (const table of await readTables(sql)) {
		yield `COPY ${table.name} (${table.columns.join(', ')}) FROM stdin;\n`;
		contents.tables.push(yield* copyOut(sql, table));
		yield '\\.\n';
	}
	contents.sequences.push(...(await readSequences(sql)));
	for (const { sequence, value } of contents.sequences) {
		yield `SELECT setval('${sequence.replaceAll("'", "''")}', ${value});\n`;
	}
	yield `COMMIT;\n${writeFoot(contents)}`;
}

async function writeSealed(file: string, text: AsyncGenerator<string | Buffer>): Promise<void> {
	const hash = createHash('sha256');
	async function* seal(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
		for await (const chunk of source) {
			hash.update(chunk);
			yield chunk;
		}
		yield sealFor(hash.digest('hex'));
	}
	await pipeline(
		Readable.from(text, { objectMode: true }),
		createGzip(),
		seal,
		createWriteStream(file, { mode: 0o600, flags: 'wx' })
	);
}

async function putOnDisk(aside: string, file: string): Promise<number> {
	const handle = await open(aside, 'r+');
	const { size } = await handle.stat();
	await handle.sync();
	await handle.close();
	await rename(aside, file);
	if (process.platform !== 'win32') {
		// The new name itself must survive a power cut.
		const folder = await open(dirname(file), 'r');
		await folder.sync();
		await folder.close();
	}
	return size;
}
