// One run of one system: a fresh server, everybody joins, some questions to warm up, some that count.
import { setTimeout as pause } from 'node:timers/promises';
import type { Verdict } from '../load/checker.ts';
import type { Wanted } from '../load/crowd.ts';
import { openDriver, type Driver } from '../load/driver.ts';
import { monotonicMs } from '../load/operation-log.ts';
import { cpuMsOf, rssMiBOf } from '../load/processes.ts';
import { startSystem, type SystemName } from './live-systems.ts';

/** Of each thing that takes time: every single time of the run, ms. */
export interface RunFigures {
	joinedPerSecond: number;
	/** From the organiser's act to each phone. */
	fanOutMs: number[];
	/** From the first phone to each phone. */
	spreadMs: number[];
	/** The slowest phone of each act. */
	lastShownMs: number[];
	ackMs: number[];
	/** The slowest phone of each storm. */
	lastAckMs: number[];
	/** Spent in the storms, per answer. */
	serverCpuMsPerAnswer: number;
	driverCpuMsPerAnswer: number;
	serverCpuMs: number;
	serverRssMiB: number;
	driverRssMiB: number;
	verdict: Verdict | null;
}

const warmUps = 2;
const counted = 3;
const processes = 2;
/** What an act leaves behind (each phone's own part, polls) has gone when the next act or the storm begins. */
const quietMs = 700;

export async function measureRun(given: {
	name: SystemName;
	phones: number;
	seed: number;
	logFolder: string;
	core: number | undefined;
	nodeOptions: string;
}): Promise<RunFigures> {
	const { name, phones, seed, logFolder, core, nodeOptions } = given;
	const system = await startSystem(name, phones, nodeOptions);
	const driver = await openDriver({ seats: system.seats, seed, logFolder, processes, core });
	try {
		const joined = await driver.join();
		const figures = emptyFigures((phones * 1000) / joined.tookMs);
		await system.open();
		const spent = { server: 0, driver: 0, answers: 0 };
		for (let number = 1; number <= warmUps + counted; number++) {
			const counts = number > warmUps;
			await system.nextQuestion(number, async (start, wanted) => {
				const shown = await showing(driver, start, wanted);
				if (counts) note(figures, shown);
				await pause(quietMs);
			});
			const before = { server: cpuMsOf(system.pid), driver: (await driver.usage()).cpuMs };
			const storm = await driver.answer({ seed: seed * 100 + number });
			const after = { server: cpuMsOf(system.pid), driver: (await driver.usage()).cpuMs };
			const refusals = Object.entries(storm.refused);
			if (refusals.length > 0) throw new Error(`${name} refused answers: ${JSON.stringify(refusals)}`);
			if (counts) {
				spent.server += after.server - before.server;
				spent.driver += after.driver - before.driver;
				spent.answers += storm.ackMs.length;
				figures.ackMs.push(...storm.ackMs);
				figures.lastAckMs.push(Math.max(...storm.ackMs));
			}
			await system.endQuestion(number, (wanted) => driver.until(wanted));
			await pause(quietMs);
		}
		await driver.flush();
		return {
			...figures,
			serverCpuMsPerAnswer: spent.server / spent.answers,
			driverCpuMsPerAnswer: spent.driver / spent.answers,
			serverCpuMs: cpuMsOf(system.pid),
			serverRssMiB: rssMiBOf(system.pid),
			driverRssMiB: (await driver.usage()).rssMiB,
			verdict: await system.verdict(logFolder)
		};
	} finally {
		await driver.close();
		await system.stop();
	}
}

type Shown = { beganAt: number; arrivals: number[] };

async function showing(driver: Driver, start: () => Promise<unknown>, wanted: Wanted): Promise<Shown> {
	const everybody = driver.until(wanted);
	// The wish is with the phones' processes before the act.
	await driver.usage();
	const beganAt = monotonicMs();
	const [arrivals] = await Promise.all([everybody, start()]);
	return { beganAt, arrivals };
}

function note(figures: RunFigures, { beganAt, arrivals }: Shown): void {
	const first = Math.min(...arrivals);
	figures.fanOutMs.push(...arrivals.map((at) => at - beganAt));
	figures.spreadMs.push(...arrivals.map((at) => at - first));
	figures.lastShownMs.push(Math.max(...arrivals) - beganAt);
}

function emptyFigures(joinedPerSecond: number): RunFigures {
	return {
		joinedPerSecond,
		fanOutMs: [],
		spreadMs: [],
		lastShownMs: [],
		ackMs: [],
		lastAckMs: [],
		serverCpuMsPerAnswer: 0,
		driverCpuMsPerAnswer: 0,
		serverCpuMs: 0,
		serverRssMiB: 0,
		driverRssMiB: 0,
		verdict: null
	};
}
