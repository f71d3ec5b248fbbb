// Postgres killed and stopped in the middle of answers: what a phone called saved is there once, what is unknown is resolved.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, ms, openFaultWorld, seed, tell, type FaultWorld } from './fault-world.ts';
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
	const version = String(await world.hall.version());
	postgres.signal('SIGSTOP');
	const stoppedAt = performance.now();
	const answering = world.crowd.answer({ seed });
	// The organiser closes while nothing moves; it is done when Postgres moves again, or refused and done by `settle`.
	const closing = world.hall.organiser
		.post(`/organise/${world.hall.contestId}/rounds/${world.hall.roundId}`, { do: 'close', version })
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
