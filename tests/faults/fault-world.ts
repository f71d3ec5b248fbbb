// A house under faults: its own nodes and database, a hall of phones, an organiser, and the checker's verdict at the end.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { openApp, type App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { openDatabase, type Database } from '../../src/lib/server/database/open-database.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { checkContest } from '../load/check-contest.ts';
import type { Verdict } from '../load/checker.ts';
import { Crowd, type CrowdSettings } from '../load/crowd.ts';
import { keyCanary, prepareHall, type Hall } from '../load/hall.ts';
import { quantile } from '../load/quantile.ts';
import { freshDatabase } from '../server/fresh-database.ts';
import type { OwnPostgres } from './own-postgres.ts';

/** Another seed plays another campaign: `FAULT_SEED=7 npx vitest run --project faults`. */
export const seed = Number(process.env.FAULT_SEED ?? 1);

export interface FaultWorld {
	app: App;
	/** By who owns the tables, past the program. */
	owner: Database['sql'];
	nodes: ServerProcess[];
	hall: Hall;
	crowd: Crowd;
	/** Where every process of phones notes what it sends and hears. */
	logFolder: string;
	/** Starts the node again on its port, after it was killed. */
	restart(index: number): Promise<void>;
	/** Shows question `number` and starts its time; everybody has it on screen. */
	ask(number: number): Promise<void>;
	/** Closes the question and waits until it is sealed and revealed on every phone. */
	settle(number: number): Promise<void>;
	verdict(): Promise<Verdict>;
	close(): Promise<void>;
}

export interface WorldSettings {
	phones: number;
	nodes?: number;
	questions?: number;
	/** Otherwise a database of the tests' shared cluster. */
	postgres?: Pick<OwnPostgres, 'url' | 'ownerUrl'>;
	/** Of the phones' chance. */
	seed?: number;
	/** Settings of every node. */
	settings?: Record<string, string>;
	/** Where phones connect, when not straight to the nodes. */
	origins?(nodes: ServerProcess[]): Promise<string[]>;
	manners?: Partial<Pick<CrowdSettings, 'takesStale'>>;
	/** What phone `index` says beside the usual when it connects. */
	hello?(index: number): object;
}

export async function openFaultWorld(given: WorldSettings): Promise<FaultWorld> {
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-faults-'));
	const fresh = given.postgres ? null : await freshDatabase();
	const { url: databaseUrl, ownerUrl } = given.postgres ?? fresh ?? { url: '', ownerUrl: '' };
	// Migrated here by the owner, whom the nodes do not know.
	const settings = { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl };
	const app = await openApp(readConfig(settings), makeLog('silent'));
	const byOwner = openDatabase({ url: ownerUrl });
	const ports = await Promise.all(Array.from({ length: given.nodes ?? 1 }, async () => String(await freePort())));
	const start = (port: string) =>
		startServerProcess({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', ...given.settings, PORT: port });
	const nodes = await Promise.all(ports.map(start));
	const ownOrigins = nodes.map(({ origin }) => origin);
	const hall = await prepareHall(app, ownOrigins, given.phones, given.questions ?? 20);
	const origins = (await given.origins?.(nodes)) ?? ownOrigins;
	const logFolder = join(folder, 'phones');
	const crowd = new Crowd({
		// Each begins at a node of its own and goes to the next when that one is gone.
		seats: hall.seats.map((seat, index) => ({
			...seat,
			origins: [...origins.slice(index % origins.length), ...origins.slice(0, index % origins.length)],
			hello: given.hello?.(index)
		})),
		logFile: join(logFolder, 'hall.jsonl'),
		seed: given.seed ?? seed,
		canary: keyCanary,
		...given.manners
	});
	const world: FaultWorld = {
		app,
		owner: byOwner.sql,
		nodes,
		hall,
		crowd,
		logFolder,
		async restart(index) {
			nodes[index] = await start(ports[index] ?? '');
		},
		async ask(number) {
			await hall.act('show-question');
			await hall.act('start-timer');
			await crowd.until({ question: number, phases: ['running'] });
		},
		async settle(number) {
			if ((await hall.phase()).phase === 'running') await hall.act('close');
			await crowd.until({ question: number, phases: ['closed'] });
			await hall.act('reveal');
			await crowd.until({ question: number, phases: ['revealed'] });
		},
		async verdict() {
			crowd.flush();
			return checkContest(app, hall.contestId, logFolder);
		},
		async close() {
			crowd.close();
			for (const node of nodes) {
				node.process.kill('SIGCONT');
				node.process.kill('SIGKILL');
			}
			await Promise.all([app.close(), byOwner.close()]);
			await fresh?.drop();
			await rm(folder, { recursive: true, force: true });
		}
	};
	await crowd.join();
	await hall.act('open-lobby');
	await crowd.until({ scene: 'lobby' });
	return world;
}

/** Nothing lost, doubled, unresolved, late, leaked, stale or counted otherwise. */
export async function expectGood(world: FaultWorld): Promise<Verdict> {
	const verdict = await world.verdict();
	assert.deepEqual(verdict.violations.slice(0, 20), []);
	assert.ok(verdict.acknowledged > 0, 'nothing was acknowledged');
	return verdict;
}

/** One line for a row of faults.md. */
export function tell(row: string, figures: Record<string, string | number>): void {
	const said = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
	console.log(`${row} · seed ${seed} · ${said.join(', ')}`);
}

export const ms = (value: number) => `${value.toFixed(0)} ms`;
export const spreadOf = (values: number[]) =>
	values.length === 0 ? 'none' : `p50 ${ms(quantile(values, 0.5))} p99 ${ms(quantile(values, 0.99))}`;

/** Resolves once it holds; looks again with every turn of the event loop that a timer grants. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
