// A hundred changes to the stored log and marks by the owner of the database, ten for each seed, each looked for by the command line (T-28).
import assert from 'node:assert/strict';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import { openOwnPostgres } from '../faults/own-postgres.ts';
import { useCluster } from '../server/fresh-database.ts';
import { judgingContest } from '../server/judging-contest.ts';
import { sealedSession } from '../server/locked-session.ts';
import { signedSheets, typedSheet } from '../server/signed-sheets.ts';
import { namedAs, tamperRows, verifyByCommand } from '../server/tampered-rows.ts';
import type { Campaign } from './campaign.ts';

export const campaign: Campaign = {
	name: 'tampering',
	rounds: 10,
	async round(seed) {
		const postgres = await openOwnPostgres();
		useCluster(postgres);
		const world = await judgingContest();
		try {
			await sealedSession(world);
			await signedSheets(world);
			await typedSheet(world);
			assert.ok(verifyByCommand(world.fresh.url).isGood);
			await tamperRows(world, { random: repeatableRandom(seed), times: 10 }, async (row) => {
				const { isGood, said } = verifyByCommand(world.fresh.url);
				assert.ok(!isGood && said.includes(namedAs(row)), `seed ${seed}: ${row.what} was told as: ${said}`);
			});
			assert.ok(verifyByCommand(world.fresh.url).isGood);
		} finally {
			await world.app.close();
			await postgres.end();
		}
	}
};
