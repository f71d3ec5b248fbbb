// Random contests, 500 for each seed, computed by the engine and by its shadow in SQL: they agree on every part, total and rank.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyContest } from '../../src/lib/contest/result/any-contest.fixture.ts';
import { computeResult } from '../../src/lib/contest/result/compute.ts';
import { startEmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { openDatabase } from '../../src/lib/server/database/open-database.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { differences } from '../../src/lib/server/stores/shadow/differences.ts';
import { shadowResults } from '../../src/lib/server/stores/shadow/shadow-result.ts';
import type { Campaign } from './campaign.ts';

const contestsPerRound = 500;
const atOnce = 50;

export const campaign: Campaign = {
	name: 'shadow',
	rounds: 100,
	async round(seed) {
		const folder = await mkdtemp(join(tmpdir(), 'hoithi-shadow-'));
		const embedded = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: makeLog('warn') });
		const database = openDatabase({ url: embedded.url });
		try {
			const records = fc.sample(anyContest(), { seed, numRuns: contestsPerRound });
			for (let from = 0; from < records.length; from += atOnce) {
				const some = records.slice(from, from + atOnce);
				const shadows = await shadowResults(database.drizzle, some);
				for (const [at, record] of some.entries()) {
					const found = differences(computeResult(record), shadows[at] ?? []);
					const where = `contest ${from + at + 1} of seed ${seed}`;
					assert.deepEqual(found, [], `${where}: ${JSON.stringify(record)}`);
				}
			}
		} finally {
			await database.close();
			await embedded.stop();
			await rm(folder, { recursive: true, force: true });
		}
	}
};
