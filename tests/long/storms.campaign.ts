// Five thousand phones answer twenty questions, each in the same moment, 100,000 answers for each seed; then all lose their lines at once (F-30), and then their only node is killed: all come back to the right stage.
import assert from 'node:assert/strict';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, ms, openFaultWorld, spreadOf, type FaultWorld } from '../faults/fault-world.ts';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import type { Campaign } from './campaign.ts';

const phones = 5_000;
const questions = 20;

export const campaign: Campaign = {
	name: 'storms',
	rounds: 8,
	async round(seed) {
		const random = repeatableRandom(seed);
		const postgres = await openOwnPostgres();
		const world = await openFaultWorld({ phones, questions, postgres, seed });
		try {
			const acks: number[] = [];
			for (let number = 1; number <= questions; number++) {
				await world.ask(number);
				const { ackMs } = await world.crowd.answer({ seed: seed * 100 + number, spreadMs: random() * 200 });
				acks.push(...ackMs);
				await world.settle(number);
			}
			const { acknowledged } = await expectGood(world);
			assert.equal(acknowledged, phones * questions);
			console.log(`  seed ${seed}: ${acknowledged} acknowledged, 0 lost, ack ${spreadOf(acks)}`);
			await tellReturn(world, 'lines lost', async () => world.crowd.cutAll());
			await tellReturn(world, 'node killed', async () => {
				world.nodes[0]?.process.kill('SIGKILL');
				await world.restart(0);
			});
		} finally {
			await world.close();
			await postgres.end();
		}
	}
};

async function tellReturn(world: FaultWorld, what: string, harm: () => Promise<unknown>): Promise<void> {
	const already = world.crowd.standing().backAfterMs.length;
	await harm();
	await eventually(() => world.crowd.standing().backAfterMs.length - already >= phones);
	const { versions, backAfterMs } = world.crowd.standing();
	assert.deepEqual(versions, [await world.hall.version()]);
	const back = backAfterMs.slice(already);
	console.log(`  ${what}: all ${phones} back on the stage of now, ${spreadOf(back)}, last ${ms(Math.max(...back))}`);
}
