// Redis killed and hung under two nodes: no node ends, answers go on, screens of the other node stay fresh, nothing old is shown.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { monotonicMs } from '../load/operation-log.ts';
import { rssMiBOf } from '../load/processes.ts';
import { startRedis, type TestRedis } from '../machine/start-redis.ts';
import { expectGood, ms, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';

const phones = 60;
let redis: TestRedis;
let world: FaultWorld;

beforeEach(async () => {
	redis = await startRedis();
	world = await openFaultWorld({ phones, nodes: 2, questions: 4, settings: { REDIS_URL: redis.url } });
});
afterEach(async () => {
	await world.close();
	redis.process.kill('SIGCONT');
	await redis.stop();
});

/** One question from its showing to its reveal; gives how long the last phone, on either node, waited for each act. */
async function play(number: number): Promise<{ freshMs: number[]; ackMs: number[] }> {
	const freshMs: number[] = [];
	const shown = async (what: string, phase: 'shown' | 'running' | 'revealed') => {
		const from = monotonicMs();
		const arrivals = world.crowd.until({ question: number, phases: [phase] });
		await world.hall.act(what);
		freshMs.push(Math.max(...(await arrivals)) - from);
	};
	await shown('show-question', 'shown');
	await shown('start-timer', 'running');
	const { ackMs } = await world.crowd.answer({ seed: seed + number });
	await world.hall.act('close');
	await world.crowd.until({ question: number, phases: ['closed'] });
	await shown('reveal', 'revealed');
	return { freshMs, ackMs };
}

test('F-06 Redis is killed for three questions and comes back empty', async () => {
	const before = await play(1);
	redis.process.kill('SIGKILL');
	const during = await play(2);
	redis = await startRedis(redis.port);
	const after = await play(3);
	const { acknowledged } = await expectGood(world);
	expect(world.nodes.map(({ process }) => process.exitCode)).toEqual([null, null]);
	tell('F-06', {
		acknowledged,
		'node exits': 0,
		'oldest screen before, during, after': [before, during, after]
			.map(({ freshMs }) => ms(Math.max(...freshMs)))
			.join(', '),
		'ack before': spreadOf(before.ackMs),
		'ack during': spreadOf(during.ackMs)
	});
});

test('F-07 Redis hangs, then goes on: nothing that comes late is shown', async () => {
	const before = await play(1);
	const rssBefore = rssMiBOf(world.nodes[0]?.process.pid ?? 0);
	redis.process.kill('SIGSTOP');
	const during = await play(2);
	const again = await play(3);
	const grownMiB = rssMiBOf(world.nodes[0]?.process.pid ?? 0) - rssBefore;
	redis.process.kill('SIGCONT');
	await play(4);
	// INV-6 in the checker: no phone went back to an older stage.
	const { acknowledged } = await expectGood(world);
	expect(world.nodes.map(({ process }) => process.exitCode)).toEqual([null, null]);
	tell('F-07', {
		acknowledged,
		'stale events shown': 0,
		'oldest screen before, during': `${ms(Math.max(...before.freshMs))}, ${ms(Math.max(...during.freshMs, ...again.freshMs))}`,
		RSS: `${grownMiB.toFixed(0)} MiB more`
	});
});
