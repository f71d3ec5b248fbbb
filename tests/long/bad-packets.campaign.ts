// F-32: mutated packets from eight senders, 50,000 for each seed, a million in all: the node lives and answers honest phones.
import assert from 'node:assert/strict';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { makeBadSender } from '../faults/bad-packets.ts';
import { expectGood, openFaultWorld, spreadOf } from '../faults/fault-world.ts';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import type { Campaign } from './campaign.ts';

const honest = 100;
const strangers = 8;
const packets = 50_000;

export const campaign: Campaign = {
	name: 'bad-packets',
	rounds: 20,
	async round(seed) {
		const postgres = await openOwnPostgres();
		const world = await openFaultWorld({ phones: honest + strangers, questions: 3, postgres, seed });
		try {
			for (const phone of world.crowd.phones.splice(honest)) phone.close();
			const [node] = world.nodes;
			await world.ask(1);
			const senders = world.hall.seats.slice(honest).map(({ cookie }, index) =>
				makeBadSender({
					origin: node?.origin ?? '',
					cookie,
					frames: packets / strangers,
					random: repeatableRandom(seed * 1000 + index)
				})
			);
			const sending = Promise.all(senders.map((sender) => sender.run()));
			const { ackMs } = await world.crowd.answer({ seed, spreadMs: 5_000 });
			await sending;
			assert.equal(node?.process.exitCode, null);
			await world.settle(1);
			const { acknowledged } = await expectGood(world);
			assert.equal(acknowledged, honest);
			const cuts = senders.reduce((sum, sender) => sum + sender.cuts, 0);
			console.log(`  seed ${seed}: ${packets} packets, 0 exits, ${cuts} lines cut, honest ack ${spreadOf(ackMs)}`);
		} finally {
			await world.close();
			await postgres.end();
		}
	}
};
