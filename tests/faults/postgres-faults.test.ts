// Postgres killed, stopped, restarted and cut in the middle of answers: what a phone called saved is there once, what is unknown is resolved.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { childrenOf } from '../load/processes.ts';
import { eventually, expectGood, ms, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';
import { openOwnPostgres, type OwnPostgres } from './own-postgres.ts';

const phones = 60;
const random = repeatableRandom(seed);
let postgres: OwnPostgres;
let world: FaultWorld;

beforeEach(async () => {
	postgres = await openOwnPostgres();
	world = await openFaultWorld({ phones, questions: 3, databaseUrl: postgres.url });
});
afterEach(async () => {
	await world.close();
	await postgres.end();
});

test('F-09 Postgres and its children are killed in the storm, and started again', async () => {
	const acceptingAgain: number[] = [];
	for (let kill = 1; kill <= 3; kill++) {
		await world.ask(kill);
		const answering = world.crowd.answer({ seed: seed + kill, spreadMs: 200 });
		const enough = world.crowd.acknowledged() + Math.floor(random() * phones);
		await eventually(() => world.crowd.acknowledged() >= enough);
		postgres.signal('SIGKILL');
		const killedAt = performance.now();
		await postgres.startAgain();
		await answering;
		acceptingAgain.push(performance.now() - killedAt);
		await world.settle(kill);
	}
	const { acknowledged } = await expectGood(world);
	tell('F-09', {
		kills: 3,
		acknowledged,
		lost: 0,
		unresolved: 0,
		'all decided after': acceptingAgain.map(ms).join(', ')
	});
});

test('F-11 Postgres hangs across the close: every answer is decided, none is acknowledged after the seal', async () => {
	await world.ask(1);
	postgres.signal('SIGSTOP');
	const stoppedAt = performance.now();
	const answering = world.crowd.answer({ seed });
	// The organiser closes while nothing moves; phones have been told nothing yet.
	const closing = world.hall.organiser
		.post(`/organise/${world.hall.contestId}/rounds/${world.hall.roundId}`, { do: 'close', version: '0' })
		.catch(() => {});
	await new Promise((resolve) => setTimeout(resolve, 6_000));
	expect(world.crowd.phones.filter(({ pending }) => pending.size > 0)).toHaveLength(phones);
	postgres.signal('SIGCONT');
	await closing;
	const { ackMs, refused } = await answering;
	const decidedMs = performance.now() - stoppedAt;
	await world.settle(1);
	const { acknowledged } = await expectGood(world);
	tell('F-11', {
		'hang of': ms(6_000),
		'all decided after': ms(decidedMs),
		acknowledged,
		refused: JSON.stringify(refused),
		acks: ackMs.length
	});
});

test('F-12 connections are cut at random while answers flow: the pools recover, nothing hangs', async () => {
	await world.ask(1);
	let cuts = 0;
	const cutting = setInterval(() => {
		const backends = childrenOf(postgres.postmaster);
		const pid = backends[Math.floor(random() * backends.length)];
		if (pid)
			void world.app.database.sql`select pg_terminate_backend(${pid}) as cut`.then(
				([row]) => (cuts += row?.cut ? 1 : 0),
				() => {}
			);
	}, 100);
	const { ackMs } = await world.crowd.answer({ seed, spreadMs: 5_000 });
	clearInterval(cutting);
	await world.settle(1);
	const { acknowledged } = await expectGood(world);
	expect(cuts).toBeGreaterThan(5);
	tell('F-12', { cuts, acknowledged, ack: spreadOf(ackMs) });
});
