// A process of its own that starts or adopts the cluster in the folder it is given; tests kill it or ask it to stop.
import { startEmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { makeLog } from '../../src/lib/server/log.ts';

const directory = process.argv[2];
if (!directory || !process.send) throw new Error('to be forked with a folder');
// A test that fails leaves no process behind.
process.on('disconnect', () => process.exit());
const embedded = await startEmbeddedPostgres({ directory, log: makeLog('silent') });
process.send({ url: embedded.url, ownerUrl: embedded.ownerUrl, adopted: embedded.adopted });
process.on('message', () => {
	void embedded.stop().then(() => process.disconnect());
});
