// Connections to Postgres cut at random, one after another, while answers flow.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { childrenOf } from '../load/processes.ts';
import { expectGood, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';
import { openOwnPostgres, type OwnPostgres } from './own-postgres.ts';

const phones = 60;
const random = repeatableRandom(seed);
let postgres: OwnPostgres;
let world: FaultWorld;

beforeEach(async () => {
	postgres = await openOwnPostgres();
	world = await openFaultWorld({ phones, questions: 3, postgres });
});
afterEach(async () => {
	await world.close();
	await postgres.end();
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
