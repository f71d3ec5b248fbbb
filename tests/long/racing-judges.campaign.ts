// Ten thousand locks, reopenings and confirmations that race each other, 500 for each seed (T-25): never two confirmed sheets, never a change without its second person.
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import { useCluster } from '../server/fresh-database.ts';
import { raceJudges } from '../server/racing-judges.ts';
import type { Campaign } from './campaign.ts';

const actsPerRound = 500;

export const campaign: Campaign = {
	name: 'racing-judges',
	rounds: 20,
	async round(seed) {
		const postgres = await openOwnPostgres();
		useCluster(postgres);
		try {
			const { acts, locked, reopened, confirmed } = await raceJudges(repeatableRandom(seed), actsPerRound);
			console.log(`  seed ${seed}: ${acts} at once, ${locked} locked, ${reopened} reopened, ${confirmed} confirmed`);
		} finally {
			await postgres.end();
		}
	}
};
