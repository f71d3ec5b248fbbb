// The embedded database survives whatever happens to the processes around it: adopted or started, never lost, never fought over.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applicationRole } from '../../src/lib/server/database/embedded-role.ts';

interface Launched {
	child: ChildProcess;
	url: string;
	ownerUrl: string;
	adopted: boolean;
}

describe('embedded database', () => {
	let folder: string;
	let directory: string;
	const children: ChildProcess[] = [];

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'hoithi-launcher-'));
		directory = join(folder, 'postgres');
	});
	afterEach(async () => {
		const last = await launch();
		for (const child of children) if (child !== last.child && child.exitCode === null) child.kill('SIGKILL');
		await stop(last);
		expect(lockFile()).toBeNull();
		children.length = 0;
		await rm(folder, { recursive: true });
	});

	async function launch(): Promise<Launched> {
		const child = fork(resolve('tests/server/launcher-process.ts'), [directory], {
			execArgv: [],
			stdio: ['ignore', 'ignore', 'inherit', 'ipc']
		});
		children.push(child);
		const [said] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Omit<Launched, 'child'>];
		if (typeof said !== 'object' || said === null) throw new Error(`the launcher ended with ${String(said)}`);
		return { child, ...said };
	}

	async function stop({ child }: Launched): Promise<void> {
		const ended = once(child, 'exit');
		child.send('stop');
		await ended;
	}

	async function kill({ child }: Launched): Promise<void> {
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	}

	async function query<T>(launched: Launched, act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
		const sql = postgres(launched.ownerUrl, { max: 1, onnotice: () => {} });
		try {
			return await act(sql);
		} finally {
			await sql.end();
		}
	}

	const write = (launched: Launched) => query(launched, (sql) => sql`create table kept as select 42 as n`);
	const read = (launched: Launched) =>
		query(launched, async (sql) => (await sql<{ n: number }[]>`select n from kept`)[0]?.n);

	function lockFile(): string | null {
		const file = join(directory, 'postgres-18', 'cluster', 'postmaster.pid');
		return existsSync(file) ? readFileSync(file, 'utf8') : null;
	}
	const lockLines = () => (lockFile() ?? '').split('\n');

	/** Kills the server process of Postgres itself, as a power cut would. */
	async function killPostgres(launched: Launched): Promise<void> {
		const pid = Number(lockLines()[0]);
		process.kill(pid, 'SIGKILL');
		await query(launched, (sql) => sql`select 1`).catch(() => {});
	}

	function writeLockFile(lines: string[]): void {
		writeFileSync(join(directory, 'postgres-18', 'cluster', 'postmaster.pid'), lines.join('\n'));
	}

	test('has safe settings, listens on loopback only, checks its pages and knows Vietnamese order', async () => {
		const launched = await launch();
		const settings = await query(launched, async (sql) => {
			const names = [
				'listen_addresses',
				'unix_socket_directories',
				'fsync',
				'synchronous_commit',
				'full_page_writes',
				'data_checksums',
				'TimeZone',
				'server_encoding',
				'password_encryption'
			];
			const rows = await sql<
				{ name: string; setting: string }[]
			>`select name, setting from pg_settings where name in ${sql(names)}`;
			return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
		});
		expect(settings).toEqual({
			listen_addresses: '127.0.0.1',
			unix_socket_directories: '',
			fsync: 'on',
			synchronous_commit: 'on',
			full_page_writes: 'on',
			data_checksums: 'on',
			TimeZone: 'UTC',
			server_encoding: 'UTF8',
			password_encryption: 'scram-sha-256'
		});
		const ordered = await query(
			launched,
			(sql) => sql`select string_agg(x, '' order by x collate "vi-x-icu") as x from unnest(array['đ','d','ă','e']) x`
		);
		expect(ordered[0]?.x).toBe('ădđe');
		const wrong = postgres(launched.url.replace(/:[^:@]+@/, ':wrong@'), { max: 1 });
		await expect(wrong`select 1`).rejects.toMatchObject({ code: '28P01' });
		await wrong.end();
	});

	test('killing the server and starting again finds the same data, still running', async () => {
		const first = await launch();
		expect(first.adopted).toBe(false);
		await write(first);
		await kill(first);
		const second = await launch();
		expect(second.adopted).toBe(true);
		expect(await read(second)).toBe(42);
	});

	test('of launchers racing for an empty folder one makes the cluster and all use it', async () => {
		const all = await Promise.all([launch(), launch(), launch()]);
		expect(new Set(all.map((each) => each.url)).size).toBe(1);
		expect(all.filter((each) => !each.adopted)).toHaveLength(1);
		expect(readdirSync(directory).filter((name) => name.startsWith('making-'))).toEqual([]);
	});

	test('a folder from before the role of the application, or without its password, has it again after the next start', async () => {
		const first = await launch();
		await write(first);
		const asApplication = async ({ url }: Launched) => {
			const sql = postgres(url, { max: 1 });
			const [row] = await sql`select current_user as name, rolsuper from pg_roles where rolname = current_user`;
			await sql.end();
			return row;
		};
		const file = join(directory, 'postgres-18', 'password-of-application');
		expect(statSync(file).mode & 0o777).toBe(0o600);
		await stop(first);
		rmSync(file);
		const second = await launch();
		expect(await asApplication(second)).toEqual({ name: applicationRole, rolsuper: false });
		// As the program of before left it: the role is in no cluster it made.
		await query(second, (sql) => sql.unsafe(`drop role ${applicationRole}`));
		await kill(second);
		rmSync(file);
		const third = await launch();
		expect(await asApplication(third)).toEqual({ name: applicationRole, rolsuper: false });
		expect(await read(third)).toBe(42);
	});

	test('stops with the last server that uses it, not before', async () => {
		const [first, second] = [await launch(), await launch()];
		await write(first);
		await stop(first);
		expect(await read(second)).toBe(42);
		await stop(second);
		expect(lockFile()).toBeNull();
		const third = await launch();
		expect(third.adopted).toBe(false);
		expect(await read(third)).toBe(42);
	});

	test('a killed Postgres is started again beside its stale lock file, where servers that still run look for it', async () => {
		const first = await launch();
		await write(first);
		await killPostgres(first);
		await kill(first);
		const second = await launch();
		expect(second.adopted).toBe(false);
		expect(second.url).toBe(first.url);
		expect(await read(second)).toBe(42);
	});

	test('a lock file whose number now belongs to another process of the same user does not stop the start', async () => {
		const first = await launch();
		await write(first);
		const lines = lockLines();
		await stop(first);
		const owner = readOwner();
		const stranger = spawn('sleep', ['600'], owner);
		writeLockFile([String(stranger.pid), ...lines.slice(1)]);
		const second = await launch();
		expect(stranger.exitCode).toBeNull();
		stranger.kill();
		expect(await read(second)).toBe(42);
	});

	test('a foreign server on the port of the lock file is not taken for ours', async () => {
		const first = await launch();
		await write(first);
		const lines = lockLines();
		await stop(first);
		const foreign = createServer((socket) => socket.end('no')).listen(Number(lines[3]), '127.0.0.1');
		await once(foreign, 'listening');
		writeLockFile(['999999', ...lines.slice(1)]);
		const second = await launch();
		expect(new URL(second.url).port).not.toBe(lines[3]);
		expect(await read(second)).toBe(42);
		await new Promise((done) => foreign.close(done));
	});

	function readOwner(): { uid?: number; gid?: number } {
		if (process.getuid?.() !== 0) return {};
		const status =
			readFileSync('/etc/passwd', 'utf8')
				.split('\n')
				.find((line) => line.startsWith('nobody:'))
				?.split(':') ?? [];
		return { uid: Number(status[2]), gid: Number(status[3]) };
	}
});
