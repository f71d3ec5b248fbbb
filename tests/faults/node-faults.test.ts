// Nodes killed in the middle of answers: nothing lost or doubled, everybody back by themselves.
import { afterEach, expect, test } from 'vitest';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, ms, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';

let world: FaultWorld | null = null;
afterEach(async () => {
	await world?.close();
	world = null;
});

const phones = 60;
const random = repeatableRandom(seed);

/** Resolves when a random number of the answers now on their way has been acknowledged. */
async function atARandomAnswer({ crowd }: FaultWorld): Promise<void> {
	const enough = crowd.acknowledged() + Math.floor(random() * phones);
	await eventually(() => crowd.acknowledged() >= enough);
}

test('F-01 one of two nodes is killed in the middle of answers, three times', async () => {
	world = await openFaultWorld({ phones, nodes: 2, questions: 3 });
	for (let kill = 1; kill <= 3; kill++) {
		await world.ask(kill);
		const victim = kill % 2;
		const answering = world.crowd.answer({ seed: seed + kill, spreadMs: 300 });
		await atARandomAnswer(world);
		world.nodes[victim]?.process.kill('SIGKILL');
		await answering;
		// The organiser's own node may have been the victim.
		await world.restart(victim);
		await world.settle(kill);
	}
	const { acknowledged } = await expectGood(world);
	const { backAfterMs } = world.crowd.standing();
	tell('F-01', { kills: 3, acknowledged, lost: 0, doubled: 0, 'back after': spreadOf(backAfterMs.slice(phones)) });
});

test('F-02 the only node is killed in the middle of answers and started again', async () => {
	world = await openFaultWorld({ phones, questions: 2 });
	const listening: number[] = [];
	for (let kill = 1; kill <= 2; kill++) {
		await world.ask(kill);
		const deadline = deadlineOf(world);
		const answering = world.crowd.answer({ seed: seed + kill, spreadMs: 300 });
		await atARandomAnswer(world);
		world.nodes[0]?.process.kill('SIGKILL');
		const killedAt = performance.now();
		await world.restart(0);
		listening.push(performance.now() - killedAt);
		await answering;
		await eventually(() => world?.crowd.standing().isIn === phones);
		// INV-6: the deadline on every screen is the one from before.
		expect(deadlineOf(world)).toBe(deadline);
		await world.settle(kill);
	}
	const { acknowledged } = await expectGood(world);
	tell('F-02', {
		kills: 2,
		acknowledged,
		lost: 0,
		'listening again': listening.map(ms).join(' and '),
		'back after': spreadOf(world.crowd.standing().backAfterMs.slice(phones))
	});
});

function deadlineOf({ crowd }: FaultWorld): number | null | undefined {
	const deadlines = new Set(
		crowd.phones.map(({ stage }) => (stage?.scene.kind === 'question' ? stage.scene.clock.deadlineAt : undefined))
	);
	expect(deadlines.size).toBe(1);
	return [...deadlines][0];
}
