// Five thousand phones answer twenty questions, each in the same moment, 100,000 answers for each seed; then all lose their lines at once and come back (F-30).
import assert from 'node:assert/strict';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, ms, openFaultWorld, spreadOf } from '../faults/fault-world.ts';
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
		const world = await openFaultWorld({ phones, questions, databaseUrl: postgres.url, seed });
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
			const already = world.crowd.standing().backAfterMs.length;
			world.crowd.cutAll();
			await eventually(() => world.crowd.standing().backAfterMs.length - already >= phones);
			const back = world.crowd.standing().backAfterMs.slice(already);
			console.log(
				`  seed ${seed}: ${acknowledged} acknowledged, 0 lost, ack ${spreadOf(acks)}; all back: ${spreadOf(back)}, last ${ms(Math.max(...back))}`
			);
		} finally {
			await world.close();
			await postgres.end();
		}
	}
};
