// A thousand cuts at random points of entering marks, fifty for each seed, with the real store and the real server; every third judge has two devices.
import assert from 'node:assert/strict';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import { bundleStore } from '../marking/bundle-store.ts';
import { markWhileCut } from '../marking/cut-marking.ts';
import { markingWorld } from '../marking/marking-world.ts';
import { useCluster } from '../server/fresh-database.ts';
import type { Campaign } from './campaign.ts';

const script = bundleStore();

export const campaign: Campaign = {
	name: 'cut-marking',
	rounds: 20,
	async round(seed) {
		const postgres = await openOwnPostgres();
		useCluster(postgres);
		const world = await markingWorld(3);
		try {
			const cutsEach = Math.ceil(50 / world.judges.length);
			const ledger = await markWhileCut(world, { script: await script, seed, cutsEach, doubled: 2 });
			assert.deepEqual(ledger.violations, [], `seed ${seed}`);
			const cuts = cutsEach * world.judges.length;
			console.log(`  seed ${seed}: ${cuts} cuts, ${ledger.saves} shown as saved, ${ledger.conflicts} choices shown`);
		} finally {
			await world.close();
			await postgres.end();
		}
	}
};
