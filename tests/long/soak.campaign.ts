// Hours of phones that join, answer and leave: every minute the node's memory, sockets, timers and listeners; at the end the slope and what is left over.
import assert from 'node:assert/strict';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, openFaultWorld, type FaultWorld } from '../faults/fault-world.ts';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import type { Campaign } from './campaign.ts';
import { readNodeFigures, slopePerHour, type NodeFigures } from './node-figures.ts';

const phones = 500;
const questions = 20;
/** As often as a seat may come, day and night. */
const visitMs = 60_000;
const token = 'mot-ma-dai-cho-so-do';
/** `SOAK_HOURS=1 npm run test:long -- --only soak`; parts of an hour may be given. */
const hours = Number(process.env.SOAK_HOURS ?? 8);
/** Memory of the first hour is that of a program getting warm; of a short soak its first third. */
const warmUpHours = Math.min(1, hours / 3);

export const campaign: Campaign = {
	name: 'soak',
	rounds: 1,
	async round(seed) {
		const random = repeatableRandom(seed);
		const postgres = await openOwnPostgres();
		const world = await openFaultWorld({
			phones,
			questions,
			postgres,
			seed,
			settings: { METRICS_TOKEN: token }
		});
		try {
			await soak(world, random);
		} finally {
			await world.close();
			await postgres.end();
		}
	}
};

async function soak(world: FaultWorld, random: () => number): Promise<void> {
	const { crowd } = world;
	const read = () => readNodeFigures(world.nodes[0]?.origin ?? '', token);
	const leave = async () => {
		crowd.leave();
		await eventually(async () => crowd.standing().isIn === 0 && (await read()).sockets < phones / 2);
	};
	const begins = performance.now();
	const hour = () => (performance.now() - begins) / 3_600_000;

	await leave();
	const base = await read();
	say(0, base, 'base, nobody here');
	const seen: { hour: number; rssMiB: number }[] = [];
	for (let visit = 0, asked = 0; hour() < hours; visit++) {
		await crowd.join();
		// The questions of the round are spread over the whole time; on other visits phones only come, look and go.
		if (asked < questions && hour() / hours >= asked / questions) {
			await world.ask(++asked);
			await crowd.answer({ seed: asked, spreadMs: 2_000 * random() });
			await world.settle(asked);
		}
		const now = await read();
		seen.push({ hour: hour(), rssMiB: now.rssMiB });
		say(hour(), now, `${crowd.standing().handshakes} joined`);
		await leave();
		await new Promise((resolve) => setTimeout(resolve, (visit + 1) * visitMs - (performance.now() - begins)));
	}
	const end = await read();
	say(hour(), end, 'end, nobody here');
	const warm = seen.filter((each) => each.hour >= warmUpHours);
	console.log(`  RSS slope after warm-up: ${slopePerHour(warm).toFixed(2)} MiB an hour over ${warm.length} readings`);
	for (const what of ['sockets', 'timers', 'listeners'] as const)
		console.log(`  ${what}: ${base[what]} before, ${end[what]} after`);
	const { acknowledged } = await expectGood(world);
	console.log(`  ${acknowledged} acknowledged, 0 lost, ${crowd.standing().handshakes} joined`);
	assert.ok(end.listeners <= base.listeners, 'listeners were left behind');
}

function say(hour: number, { rssMiB, sockets, timers, listeners }: NodeFigures, what: string): void {
	console.log(
		`  ${(hour * 60).toFixed(1)} min · RSS ${rssMiB.toFixed(1)} MiB · sockets ${sockets} · timers ${timers} · listeners ${listeners} · ${what}`
	);
}
