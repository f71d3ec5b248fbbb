// Planned and small troubles: rolling restart, a fast restart of Postgres, a node whose clock jumps, a transport that is off.
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { monotonicMs } from '../load/operation-log.ts';
import { eventually, expectGood, ms, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';
import { openOwnPostgres, type OwnPostgres } from './own-postgres.ts';

const phones = 60;
let world: FaultWorld | null = null;
let postgres: OwnPostgres | null = null;
afterEach(async () => {
	await world?.close();
	await postgres?.end();
	world = postgres = null;
});

test('F-04 nodes are restarted one after the other in the storm: exit code 0, nothing lost, nothing refused', async () => {
	world = await openFaultWorld({ phones, nodes: 2, questions: 2 });
	const codes: (number | null | undefined)[] = [];
	const drained: number[] = [];
	for (const node of [0, 1]) {
		await world.ask(node + 1);
		const answering = world.crowd.answer({ seed: seed + node, spreadMs: 1_000 });
		const enough = world.crowd.acknowledged() + phones / 4;
		await eventually(() => (world?.crowd.acknowledged() ?? 0) >= enough);
		const askedAt = performance.now();
		codes.push(await world.nodes[node]?.stop());
		drained.push(performance.now() - askedAt);
		const { refused } = await answering;
		expect(refused).toEqual({});
		await world.restart(node);
		await world.settle(node + 1);
	}
	expect(codes).toEqual([0, 0]);
	const { acknowledged } = await expectGood(world);
	expect(acknowledged).toBe(2 * phones);
	tell('F-04', { acknowledged, 'exit codes': codes.join(' '), 'drained in': drained.map(ms).join(', ') });
});

test('F-10 Postgres restarts fast while answers flow', async () => {
	postgres = await openOwnPostgres();
	world = await openFaultWorld({ phones, questions: 1, postgres });
	await world.ask(1);
	const answering = world.crowd.answer({ seed, spreadMs: 500 });
	const enough = phones / 4;
	await eventually(() => (world?.crowd.acknowledged() ?? 0) >= enough);
	// What `pg_ctl restart -m fast` sends to the postmaster, and it alone.
	process.kill(postgres.postmaster, 'SIGINT');
	const stoppedAt = performance.now();
	await postgres.startAgain();
	await answering;
	const decidedMs = performance.now() - stoppedAt;
	await world.settle(1);
	const { acknowledged } = await expectGood(world);
	tell('F-10', { acknowledged, 'all decided after': ms(decidedMs) });
});

test.each([600_000, -600_000])(
	'F-22 the clock of the only node jumps by %i ms in the middle of a question',
	async (stepMs) => {
		const settings = {
			NODE_OPTIONS: `--import=${resolve('tests/faults/step-clock.ts')}`,
			CLOCK_STEP_MS: String(stepMs)
		};
		world = await openFaultWorld({ phones, questions: 1, settings });
		await world.ask(1);
		const scene = world.crowd.phones[0]?.stage?.scene;
		const deadlineAt = scene?.kind === 'question' ? (scene.clock.deadlineAt ?? 0) : 0;
		world.nodes[0]?.process.kill('SIGUSR2');
		const { ackMs, refused } = await world.crowd.answer({ seed, spreadMs: 1_000 });
		expect(refused).toEqual({});
		expect(ackMs).toHaveLength(phones);
		// Nobody closes: the timekeeper does, by the database's clock.
		await world.crowd.until({ question: 1, phases: ['closed'] });
		const [sealed] = await world.app.database.sql<{ offMs: number }[]>`
		select extract(epoch from sealed_at - deadline_at)::float8 * 1000 - grace_ms as "offMs" from round_question
		where sealed_at is not null`;
		expect(world.crowd.standing().handshakes, 'no session ended').toBe(phones);
		expect(deadlineAt).toBeGreaterThan(0);
		await expectGood(world);
		tell('F-22', {
			step: ms(stepMs),
			'sealed after deadline and grace by': ms(sealed?.offMs ?? NaN),
			ack: spreadOf(ackMs)
		});
	}
);

test('F-48 without sticky sessions: nothing but WebSocket is taken, so that any node may serve any line', async () => {
	world = await openFaultWorld({ phones: 1, questions: 1 });
	const { origin } = world.nodes[0] ?? { origin: '' };
	const began = monotonicMs();
	const statuses = await Promise.all(
		['EIO=4&transport=polling', 'EIO=3&transport=polling', 'EIO=4&transport=webtransport'].map(
			async (query) => (await fetch(`${origin}/socket.io/?${query}`, { headers: { origin } })).status
		)
	);
	expect(statuses).toEqual([400, 400, 400]);
	tell('F-48', { statuses: statuses.join(' '), took: ms(monotonicMs() - began) });
});
