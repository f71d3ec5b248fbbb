// Starts a Redis of the tests' own on a free port, which keeps nothing on disk, and ends it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { findProgram, redis } from './programs.ts';

export interface TestRedis {
	url: string;
	port: number;
	/** For signals: SIGKILL, SIGSTOP, SIGCONT. */
	process: ChildProcess;
	stop(): Promise<void>;
}

/** Resolves once it takes connections. Give the port of an earlier one to bring it back empty. */
export async function startRedis(port?: number): Promise<TestRedis> {
	const path = findProgram(redis);
	if (!path) throw new Error('there is no redis-server on this machine: npm test installs it');
	const takenPort = port ?? (await freePort());
	const args = [
		'--port',
		String(takenPort),
		'--bind',
		'127.0.0.1',
		'--save',
		'',
		'--appendonly',
		'no',
		'--dir',
		tmpdir()
	];
	const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	let isReady = false;
	for await (const line of createInterface({ input: child.stdout })) {
		isReady = line.includes('Ready to accept');
		if (isReady) break;
	}
	if (!isReady) throw new Error('redis-server did not start');
	child.stdout.resume();
	return {
		url: `redis://127.0.0.1:${takenPort}`,
		port: takenPort,
		process: child,
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.kill('SIGKILL');
			await ended;
		}
	};
}

export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (address === null || typeof address === 'string') throw new Error('no free port');
	return address.port;
}
