// One hoithi server as a process of its own, as `npm start` runs it.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

export interface ServerProcess {
	origin: string;
	process: ChildProcess;
	/** Asks it to end and waits; gives the exit code. */
	stop(): Promise<number | null>;
}

const patienceMs = 30_000;

/** Starts a server with these settings and waits until it is ready. */
export async function startServerProcess(settings: Record<string, string>): Promise<ServerProcess> {
	const port = settings.PORT ?? String(await freePort());
	const origin = `http://localhost:${port}`;
	const child = spawn(process.execPath, ['src/server.ts'], {
		env: { ...process.env, LOG_LEVEL: 'warn', ...settings, PORT: port },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
	const until = performance.now() + patienceMs;
	while (performance.now() < until) {
		if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
		const answer = await fetch(`${origin}/readyz`).catch(() => null);
		if (answer?.ok)
			return {
				origin,
				process: child,
				stop() {
					child.kill('SIGTERM');
					return ended;
				}
			};
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	child.kill('SIGKILL');
	throw new Error('the server was not ready in time');
}

export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
