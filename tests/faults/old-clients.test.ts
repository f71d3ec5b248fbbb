// Phones that still run the page from before a deploy: their answers count as everybody's, and they are told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { protocolVersion } from '../../src/lib/live/protocol.ts';
import { expectGood, openFaultWorld, seed, spreadOf, tell, type FaultWorld } from './fault-world.ts';

const phones = 60;
let world: FaultWorld;

beforeAll(async () => {
	world = await openFaultWorld({
		phones,
		questions: 1,
		hello: (index) => ({ protocol: protocolVersion - (index % 2) })
	});
});
afterAll(() => world?.close());

test('F-47 phones of the version before answer as the others do, and hear that they are outdated', async () => {
	await world.ask(1);
	const { ackMs, refused } = await world.crowd.answer({ seed });
	await world.settle(1);
	expect(refused).toEqual({});
	expect(ackMs).toHaveLength(phones);
	const told = world.crowd.phones.map(({ isOutdated }) => isOutdated);
	expect(told).toEqual(told.map((_, index) => index % 2 === 1));
	const { acknowledged } = await expectGood(world);
	tell('F-47', { acknowledged, outdated: told.filter(Boolean).length, refused: 0, ack: spreadOf(ackMs) });
});
