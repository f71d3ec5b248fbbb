// `npm run bench -- nodes 5000 1,2,3`: one hall over several nodes behind nginx and Redis, with what each of them spends; last, Redis killed, hung and flushed in the middle.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { startServerProcess, type ServerProcess } from '../../src/cli/rehearsal/server-process.ts';
import { openApp } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { startEmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { checkContest } from '../load/check-contest.ts';
import { openDriver, type Driver } from '../load/driver.ts';
import { prepareHall, type Hall } from '../load/hall.ts';
import { monotonicMs } from '../load/operation-log.ts';
import { postmasterOf } from '../load/postgres-process.ts';
import { childrenOf, cpuMsOf } from '../load/processes.ts';
import { quantile } from '../load/quantile.ts';
import { startNginx } from '../machine/start-nginx.ts';
import { freePort, startRedis, type TestRedis } from '../machine/start-redis.ts';
import { emptyDatabase, useCluster } from '../server/fresh-database.ts';
import type { Bench } from './bench.ts';

const quietQuestions = 4;
const driverProcesses = 2;
/** Each size has a certificate of its own; beside an older one for the same name the newer would not be found. */
const authorities = tls.getCACertificates('default');

export const bench: Bench = {
	name: 'nodes',
	nodeFlags: [],
	async measure([phones = '5000', sizes = '1,2,3']) {
		for (const nodes of sizes.split(',').map(Number)) await measureNodes(nodes, Number(phones));
	}
};

interface Question {
	shownMs: number[];
	ackMs: number[];
}

async function measureNodes(count: number, phones: number): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-nodes-'));
	const postgres = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: makeLog('warn') });
	useCluster(postgres);
	const database = await emptyDatabase();
	let redis = await startRedis();
	const [port, plainPort] = await Promise.all([freePort(), freePort()]);
	const ports: number[] = [];
	while (ports.length < count) ports.push(await freePort());
	const nginx = await startNginx({ port, plainPort, nodes: ports });
	const authority = join(folder, 'authority.pem');
	await writeFile(authority, nginx.certificate);
	// The phones' own processes read it when they start.
	process.env.NODE_EXTRA_CA_CERTS = authority;
	tls.setDefaultCACertificates([...authorities, nginx.certificate]);
	const origin = `https://localhost:${port}`;
	const app = await openApp(readConfig(database.settings), makeLog('warn'));
	const nodes = await Promise.all(
		ports.map((nodePort) =>
			startServerProcess({
				DATABASE_URL: database.url,
				REDIS_URL: redis.url,
				ORIGINS: origin,
				PROXIES: '127.0.0.1',
				HOST: '127.0.0.1',
				PORT: String(nodePort),
				LOG_LEVEL: 'error'
			})
		)
	);
	const hall = await prepareHall(app, [origin], phones);
	const logFolder = join(folder, 'phones');
	const driver = await openDriver({ seats: hall.seats, seed: count, logFolder, processes: driverProcesses });
	try {
		const joined = await driver.join();
		console.log(`\n${count} nodes, ${phones} phones: ${((1000 * phones) / joined.tookMs).toFixed(0)} joined/s`);
		await hall.act('open-lobby');
		const spent = meter({
			nodes,
			nginx: nginx.pid,
			redis: redis.process.pid ?? 0,
			postgres: await postmasterOf(postgres.url)
		});
		let number = 1;
		for (; number <= quietQuestions; number++) tell(`question ${number}`, await play(driver, hall, number));
		console.log(`  CPU seconds for ${quietQuestions} questions: ${spent()}`);
		for (const [name, harm] of Object.entries(harms)) {
			const undo = harm(redis);
			tell(`Redis ${name}`, await play(driver, hall, number++));
			redis = (await undo()) ?? redis;
			tell('  and after', await play(driver, hall, number++));
		}
		await driver.flush();
		const { acknowledged, stored, violations } = await checkContest(app, hall.contestId, logFolder);
		const exits = nodes.filter(({ process }) => process.exitCode !== null).length;
		console.log(
			`  ${acknowledged} acknowledged, ${stored} stored, ${exits} nodes ended, ${violations.length} violations ${JSON.stringify(violations.slice(0, 3))}`
		);
	} finally {
		await driver.close();
		for (const node of nodes) await node.stop();
		await nginx.stop();
		redis.process.kill('SIGCONT');
		await redis.stop();
		await app.close();
		await database.drop();
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Each does its harm and returns what undoes it: a new Redis where the old one has gone. */
const harms: Record<string, (redis: TestRedis) => () => Promise<TestRedis | null>> = {
	killed(redis) {
		redis.process.kill('SIGKILL');
		return () => startRedis(redis.port);
	},
	hung(redis) {
		redis.process.kill('SIGSTOP');
		return async () => {
			redis.process.kill('SIGCONT');
			return null;
		};
	},
	flushed(redis) {
		const line = connect(redis.port, '127.0.0.1', () => line.end('FLUSHALL\r\n'));
		return async () => null;
	}
};

async function play(driver: Driver, hall: Hall, question: number): Promise<Question> {
	const shownMs: number[] = [];
	const show = async (what: string, phase: 'shown' | 'running') => {
		const everybody = driver.until({ question, phases: [phase] });
		await driver.usage();
		const from = monotonicMs();
		const [arrivals] = await Promise.all([everybody, hall.act(what)]);
		shownMs.push(...arrivals.map((at) => at - from));
	};
	await show('show-question', 'shown');
	await show('start-timer', 'running');
	const { ackMs, refused } = await driver.answer({ seed: question });
	if (Object.keys(refused).length > 0) console.log(`  refused: ${JSON.stringify(refused)}`);
	await hall.act('close');
	await driver.until({ question, phases: ['closed'] });
	await hall.act('reveal');
	await driver.until({ question, phases: ['revealed'] });
	return { shownMs, ackMs };
}

function tell(what: string, { shownMs, ackMs }: Question): void {
	const spread = (times: number[]) =>
		`p50 ${quantile(times, 0.5).toFixed(0)}, p99 ${quantile(times, 0.99).toFixed(0)}, last ${Math.max(...times).toFixed(0)} ms`;
	console.log(`  ${what.padEnd(16)} shown ${spread(shownMs)} · ack ${spread(ackMs)} · ${ackMs.length} answers`);
}

/** Processor time of each process from now on, with its children. */
function meter(given: { nodes: ServerProcess[]; nginx: number; redis: number; postgres: number }): () => string {
	const pids = new Map<string, number>(given.nodes.map(({ process }, at) => [`node ${at + 1}`, process.pid ?? 0]));
	for (const name of ['nginx', 'redis', 'postgres'] as const) pids.set(name, given[name]);
	const now = (pid: number) => [pid, ...childrenOf(pid)].reduce((sum, each) => sum + cpuMsOf(each), 0);
	const before = new Map([...pids].map(([name, pid]) => [name, now(pid)]));
	return () =>
		[...pids].map(([name, pid]) => `${name} ${((now(pid) - (before.get(name) ?? 0)) / 1000).toFixed(1)}`).join(', ');
}
