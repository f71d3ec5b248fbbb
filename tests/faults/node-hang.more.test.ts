// A node that hangs across the close, and wakes.
import { afterEach, expect, test } from 'vitest';
import { expectGood, ms, openFaultWorld, seed, tell, type FaultWorld } from './fault-world.ts';

const phones = 60;
let world: FaultWorld | null = null;
afterEach(async () => {
	await world?.close();
	world = null;
});

test('F-03 a node hangs for ten seconds across the close: its phones move, it shows nothing old on waking', async () => {
	world = await openFaultWorld({ phones, nodes: 2, questions: 2 });
	await world.ask(1);
	world.nodes[1]?.process.kill('SIGSTOP');
	const stoppedAt = performance.now();
	const { refused } = await world.crowd.answer({ seed });
	const movedMs = performance.now() - stoppedAt;
	await world.hall.act('close');
	await new Promise((resolve) => setTimeout(resolve, Math.max(0, 10_000 - (performance.now() - stoppedAt))));
	world.nodes[1]?.process.kill('SIGCONT');
	await world.settle(1);
	await world.ask(2);
	await world.crowd.answer({ seed: seed + 1 });
	await world.settle(2);
	const { acknowledged } = await expectGood(world);
	expect(world.nodes.map(({ process }) => process.exitCode)).toEqual([null, null]);
	tell('F-03', { acknowledged, refused: Object.keys(refused).length, 'all decided after': ms(movedMs) });
});
