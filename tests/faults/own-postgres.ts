// A Postgres of a test's own, to be killed and stopped at will, started again by the house's own launcher.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/lib/server/database/embedded-postgres.ts';
import { makeLog } from '../../src/lib/server/log.ts';
import { postmasterOf, signalPostgres } from '../load/postgres-process.ts';

export interface OwnPostgres {
	readonly url: string;
	readonly ownerUrl: string;
	readonly postmaster: number;
	/** To the postmaster and all its children. */
	signal(signal: NodeJS.Signals): void;
	/** The launcher's way back: recovery on the same data; throws when the address is another. */
	startAgain(): Promise<void>;
	end(): Promise<void>;
}

export async function openOwnPostgres(): Promise<OwnPostgres> {
	const folder = await mkdtemp(join(tmpdir(), 'hoithi-own-postgres-'));
	const launch = () => startEmbeddedPostgres({ directory: join(folder, 'postgres'), log: makeLog('silent') });
	let embedded: EmbeddedPostgres = await launch();
	let postmaster = await postmasterOf(embedded.url);
	const { url, ownerUrl } = embedded;
	return {
		url,
		ownerUrl,
		get postmaster() {
			return postmaster;
		},
		signal: (signal) => signalPostgres(postmaster, signal),
		async startAgain() {
			embedded = await launch();
			if (embedded.url !== url) throw new Error('Postgres came back at another address');
			postmaster = await postmasterOf(url);
		},
		async end() {
			await embedded.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}
