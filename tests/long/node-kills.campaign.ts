// F-01, F-02: a node is killed in the middle of every question of a round, with a thousand phones on it: 20 kills for each seed, 200 in all.
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { eventually, expectGood, openFaultWorld, spreadOf } from '../faults/fault-world.ts';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import type { Campaign } from './campaign.ts';

const phones = 1_000;
const kills = 20;

export const campaign: Campaign = {
	name: 'node-kills',
	rounds: 10,
	async round(seed) {
		const random = repeatableRandom(seed);
		const postgres = await openOwnPostgres();
		// Every second seed has one node alone, the others two: the killed one's phones go to the other.
		const world = await openFaultWorld({
			phones,
			nodes: 1 + (seed % 2),
			questions: kills,
			postgres,
			seed
		});
		try {
			for (let kill = 1; kill <= kills; kill++) {
				await world.ask(kill);
				const victim = Math.floor(random() * world.nodes.length);
				const answering = world.crowd.answer({ seed: seed * 100 + kill, spreadMs: random() * 1_000 });
				const blow = Math.floor(random() * phones * 0.5);
				const before = world.crowd.acknowledged();
				await eventually(() => world.crowd.acknowledged() - before >= blow);
				world.nodes[victim]?.process.kill('SIGKILL');
				await world.restart(victim);
				await answering;
				await eventually(() => world.crowd.standing().isIn === phones);
				await world.settle(kill);
			}
			const { acknowledged } = await expectGood(world);
			const back = world.crowd.standing().backAfterMs.slice(phones);
			console.log(`  seed ${seed}: ${kills} kills, ${acknowledged} acknowledged, 0 lost, back after ${spreadOf(back)}`);
		} finally {
			await world.close();
			await postgres.end();
		}
	}
};
