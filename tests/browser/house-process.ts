// Starts a real server process of the house on a database of its own and ends it; it must not know browsers or contests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabase } from '../server/fresh-database.ts';

export interface HouseProcess {
	url: string;
	databaseUrl: string;
	/** Of who owns the tables, for what is noted past the program. */
	databaseOwnerUrl: string;
	/** Path of the one-time link of the first organiser. */
	welcomePath: string;
	/** What the server logged as an error since it was last looked at. */
	takeFaults(): string[];
	/** SIGTERM; resolves to the exit code once the process is gone and its database dropped. */
	stop(): Promise<number | null>;
}

/** Over HTTPS the certificate is the test's own. */
async function isReady(url: string): Promise<boolean> {
	return new Promise((resolve) => {
		const { get } = url.startsWith('https:') ? https : http;
		get(`${url}/readyz`, { rejectUnauthorized: false }, (answer) => {
			answer.resume();
			resolve(answer.statusCode === 200);
		}).on('error', () => resolve(false));
	});
}

const startsWithinMs = 30_000;

export async function startHouse(environment: Record<string, string> = {}): Promise<HouseProcess> {
	const database = await freshDatabase();
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-browser-'));
	const child = spawn('node_modules/.bin/node', ['src/server.ts'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: process.env.PATH,
			PORT: '0',
			DATABASE_URL: database.url,
			DATA_DIR: folder,
			LOG_LEVEL: 'warn',
			...environment
		}
	});
	const ended = once(child, 'exit') as Promise<[number | null]>;
	const faults: string[] = [];
	const said: string[] = [];
	const listen = (line: string) => {
		said.push(line);
		if (/^\{.*"level":(50|60)\b/.test(line)) faults.push(line);
	};
	createInterface({ input: child.stdout }).on('line', listen);
	createInterface({ input: child.stderr }).on('line', (line) => {
		listen(line);
		faults.push(line);
	});

	const find = (pattern: RegExp) => said.map((line) => line.match(pattern)?.[1]).find((found) => found !== undefined);
	const givesUpAt = performance.now() + startsWithinMs;
	for (;;) {
		const url = find(/(https?:\/\/localhost:\d+)$/);
		const welcomePath = find(/(\/welcome\/[\w-]+)$/);
		if (url && welcomePath && (await isReady(url)))
			return {
				url,
				databaseUrl: database.url,
				databaseOwnerUrl: database.ownerUrl,
				welcomePath,
				takeFaults: () => faults.splice(0),
				async stop() {
					child.kill('SIGTERM');
					const [code] = await ended;
					await database.drop();
					await rm(folder, { recursive: true, force: true });
					return code;
				}
			};
		if (child.exitCode !== null || performance.now() > givesUpAt) {
			child.kill('SIGKILL');
			throw new Error(`the house did not start:\n${said.join('\n')}`);
		}
		await pause(50);
	}
}
