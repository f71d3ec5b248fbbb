// F-09: Postgres and all its processes are killed in the middle of every question, with a thousand phones answering: 20 kills for each seed, 200 in all.
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, openFaultWorld, spreadOf } from '../faults/fault-world.ts';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import type { Campaign } from './campaign.ts';

const phones = 1_000;
const kills = 20;

export const campaign: Campaign = {
	name: 'postgres-kills',
	rounds: 10,
	async round(seed) {
		const random = repeatableRandom(seed);
		const postgres = await openOwnPostgres();
		const world = await openFaultWorld({ phones, questions: kills, postgres, seed });
		try {
			const decidedMs: number[] = [];
			for (let kill = 1; kill <= kills; kill++) {
				await world.ask(kill);
				const answering = world.crowd.answer({ seed: seed * 100 + kill, spreadMs: random() * 500 });
				const blow = Math.floor(random() * phones * 0.5);
				const before = world.crowd.acknowledged();
				await eventually(() => world.crowd.acknowledged() - before >= blow);
				postgres.signal('SIGKILL');
				const killedAt = performance.now();
				await postgres.startAgain();
				await answering;
				decidedMs.push(performance.now() - killedAt);
				await world.settle(kill);
			}
			const { acknowledged } = await expectGood(world);
			console.log(
				`  seed ${seed}: ${kills} kills, ${acknowledged} acknowledged, 0 lost, all decided after ${spreadOf(decidedMs)}`
			);
		} finally {
			await world.close();
			await postgres.end();
		}
	}
};
