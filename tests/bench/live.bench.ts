// `npm run bench -- live 500,2000 5`: the real server under a hall of phones, beside the least any server could do on the same cores in the same minutes.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { postmasterOf } from '../load/postgres-process.ts';
import { childrenOf, pin } from '../load/processes.ts';
import { useCluster } from '../server/fresh-database.ts';
import type { Bench } from './bench.ts';
import { measureRun, type RunFigures } from './live-run.ts';
import { printFigures } from './live-figures.ts';
import { serverCore, systemNames, type SystemName } from './live-systems.ts';

const defaults = { phones: [500, 2_000, 5_000], runs: 5 };

export const bench: Bench = {
	name: 'live',
	nodeFlags: [],
	async measure(args) {
		const [phones, runs, only, nodeOptions = ''] = args;
		const sizes = phones ? phones.split(',').map(Number) : defaults.phones;
		const count = Number(runs ?? defaults.runs);
		const systems = systemNames.filter((name) => !only || only.split(',').includes(name));
		const folder = await mkdtemp(join(tmpdir(), 'hoithi-live-'));
		const postgres = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: makeLog('warn') });
		useCluster(postgres);
		await pinPostgres(postgres.url);
		console.log(
			`server and Postgres on core ${serverCore}, phones on core ${driverCore() ?? 'any'}; medians of ${count} runs, each with a fresh server; the systems take turns\n`
		);
		try {
			for (const size of sizes) await measureSize(size, count, systems, nodeOptions, folder);
		} finally {
			await postgres.stop();
			await rm(folder, { recursive: true, force: true });
		}
	}
};

/** The second core, where there is one. */
const driverCore = () => (cpus().length > 1 ? serverCore + 1 : undefined);

async function measureSize(
	phones: number,
	runs: number,
	systems: SystemName[],
	nodeOptions: string,
	folder: string
): Promise<void> {
	const figures = new Map<SystemName, RunFigures[]>(systems.map((name) => [name, []]));
	for (let run = 0; run < runs; run++)
		for (const name of systems) {
			const logFolder = join(folder, `${name}-${phones}-${run}`);
			figures
				.get(name)
				?.push(await measureRun({ name, phones, seed: run + 1, logFolder, core: driverCore(), nodeOptions }));
			await rm(logFolder, { recursive: true, force: true });
		}
	printFigures(phones, figures);
}

/** The postmaster, its workers and, through it, every process it starts from now on. */
async function pinPostgres(url: string): Promise<void> {
	const postmaster = await postmasterOf(url);
	for (const pid of [postmaster, ...childrenOf(postmaster)]) pin(pid, serverCore);
}
