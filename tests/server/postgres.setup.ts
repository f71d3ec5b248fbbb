// Starts one embedded Postgres for all tests of a run with the house's own launcher, and stops it at the end.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { useCluster } from './fresh-database.ts';

/** Two projects of one run share the first one's cluster. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
	if (process.env.HOITHI_TEST_POSTGRES_URL) return undefined;
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-tests-'));
	const embedded = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: makeLog('warn') });
	const leave = useCluster(embedded);
	return async () => {
		leave();
		await embedded.stop();
		await rm(folder, { recursive: true, force: true });
	};
}
