// The running server of a cluster: finds it, starts it, stops it; data is never deleted. It must not know who uses the database.
import { execFile } from 'node:child_process';
import {
	existsSync,
	linkSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	openSync,
	readSync,
	closeSync,
	writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import type { Cluster } from './embedded-cluster.ts';
import { runAs } from './embedded-user.ts';
import { withDeadline } from '../with-deadline.ts';

/** Given at every start rather than written into the cluster, so that old clusters get today's settings. */
const settings: Record<string, string> = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '100',
	shared_buffers: '256MB',
	fsync: 'on',
	synchronous_commit: 'on',
	full_page_writes: 'on',
	timezone: 'UTC',
	log_timezone: 'UTC',
	logging_collector: 'on',
	log_filename: 'postgres-%a.log',
	log_truncate_on_rotation: 'on',
	log_rotation_size: '0'
};

/** How the house's connections name themselves; a server that stops looks for others of this name. */
export const applicationName = 'hoithi';

/** postgres.js knows no deadline and tries again for ever where something accepts connections and hangs up. */
const answersWithinMs = 3_000;

/** Of the owner, whom initdb has made, unless another role is named. */
export function urlOf(
	cluster: Cluster,
	port: number,
	database: string,
	{ role, password } = { role: 'hoithi', password: cluster.password }
): string {
	return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

export function connectOnce(url: string): postgres.Sql {
	return postgres(url, {
		max: 1,
		connect_timeout: 5,
		max_lifetime: null,
		backoff: () => 0.5,
		onnotice: () => {},
		connection: { application_name: `${applicationName} launcher` }
	});
}

export interface LockFile {
	text: string;
	pid: number;
	port: number;
}

export function readLockFile(cluster: Cluster): LockFile | null {
	try {
		const text = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8');
		const lines = text.split('\n');
		return { text, pid: Number(lines[0]), port: Number(lines[3]) };
	} catch (error) {
		if (hasCode(error, 'ENOENT')) return null;
		throw error;
	}
}

/** The open connection to this cluster's server on that port, or `null`: nobody there, or another server, or not ready. */
export async function connectToOwn(cluster: Cluster, port: number): Promise<postgres.Sql | null> {
	if (!(port > 0 && port < 65536)) return null;
	const sql = connectOnce(urlOf(cluster, port, 'postgres'));
	try {
		const [row] = await withDeadline(
			sql<{ folder: string; system: string }[]>`
				select current_setting('data_directory') as folder, system_identifier::text as system from pg_control_system()`,
			answersWithinMs
		);
		if (row && samePath(row.folder, cluster.data) && row.system === readSystemIdentifier(cluster)) return sql;
	} catch {
		// Whatever answers there with an error is not ours, or not ours yet: the caller looks at the process.
	}
	await sql.end({ timeout: 0 });
	return null;
}

function samePath(one: string, other: string): boolean {
	return existsSync(one) && realpathSync(one) === realpathSync(other);
}

/** The first eight bytes of `pg_control`, in this machine's byte order. */
function readSystemIdentifier(cluster: Cluster): string {
	const bytes = Buffer.alloc(8);
	const file = openSync(join(cluster.data, 'global', 'pg_control'), 'r');
	readSync(file, bytes, 0, 8, 0);
	closeSync(file);
	return bytes.readBigUInt64LE().toString();
}

/**
 * Whose process the lock file names: this cluster's server, another that got the same number later, or nobody's. In doubt it
 * is our own: taking the lock file from a living server would stop it.
 */
export async function whoseProcess(cluster: Cluster, pid: number): Promise<'own' | 'another' | 'nobody'> {
	if (!(pid > 1)) return 'nobody';
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (hasCode(error, 'ESRCH')) return 'nobody';
	}
	try {
		const command = await readCommand(pid);
		const names = process.platform === 'win32' ? ['postgres'] : ['postgres', cluster.data];
		return names.every((name) => command.includes(name)) ? 'own' : 'another';
	} catch (error) {
		return hasCode(error, 'ENOENT') ? 'nobody' : 'own';
	}
}

async function readCommand(pid: number): Promise<string> {
	if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	const [program, args] =
		process.platform === 'win32'
			? (['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']] as const)
			: (['ps', ['-o', 'args=', '-p', String(pid)]] as const);
	return (await promisify(execFile)(program, [...args])).stdout;
}

function hasCode(error: unknown, ...codes: string[]): boolean {
	return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/**
 * Takes away a lock file that names a process which is not ours; Postgres itself would refuse to start as long as that process
 * lives. If another launcher wrote a fresh one in between, it is put back.
 */
export function removeStaleLockFile(cluster: Cluster, judged: LockFile): void {
	const file = join(cluster.data, 'postmaster.pid');
	const aside = `${file}.stale-${process.pid}`;
	try {
		renameSync(file, aside);
		if (readFileSync(aside, 'utf8') !== judged.text) linkSync(aside, file);
		rmSync(aside);
	} catch (error) {
		if (!hasCode(error, 'ENOENT', 'EEXIST')) throw error;
	}
}

/**
 * Starts the server and waits until it is ready. `null` on success, else what it said. It takes the loopback port it had
 * before if nobody else has it: servers of the house that outlived a killed database find it again where it was.
 */
export async function startServer(cluster: Cluster): Promise<string | null> {
	const portFile = join(cluster.home, 'port');
	const earlier = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
	const port = (earlier > 0 ? await freePort(earlier) : null) ?? (await freePort(0));
	if (port === null) return 'there is no free port';
	const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
	const log = join(cluster.home, `start-${process.pid}.log`);
	const started = await runAs(
		cluster.user,
		cluster.programs.pgCtl,
		['start', '-w', '-t', '60', '-D', cluster.data, '-o', `-p ${port} ${options.join(' ')}`],
		{ folder: cluster.data, outputFile: log }
	);
	if (started.code !== 0) return started.output.trim();
	renameSync(log, join(cluster.home, 'start.log'));
	writeFileSync(portFile, String(port));
	return null;
}

/** The port if nobody has it, any free one for 0; null when it is taken. */
function freePort(wanted: number): Promise<number | null> {
	return new Promise((found) => {
		const server = createServer();
		server.once('error', () => found(null));
		server.listen(wanted, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => found(address && typeof address === 'object' ? address.port : null));
		});
	});
}

/** Fast: connections are ended, everything is written, the next start needs no recovery. */
export async function stopServer(cluster: Cluster): Promise<void> {
	const log = join(cluster.home, `stop-${process.pid}.log`);
	const stopped = await runAs(
		cluster.user,
		cluster.programs.pgCtl,
		['stop', '-w', '-t', '60', '-m', 'fast', '-D', cluster.data],
		{
			folder: cluster.data,
			outputFile: log
		}
	);
	rmSync(log, { force: true });
	if (stopped.code !== 0 && readLockFile(cluster))
		throw new Error(`the database did not stop: ${stopped.output.trim()}`);
}
