// Adopts or starts the embedded Postgres, so that a killed server finds its data again and two servers share one; it must not know tables.
import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import type { Log } from '../log.ts';
import { prepareCluster, type Cluster } from './embedded-cluster.ts';
import { applicationRole, ensureApplicationRole } from './embedded-role.ts';
import {
	applicationName,
	connectOnce,
	connectToOwn,
	readLockFile,
	removeStaleLockFile,
	startServer,
	stopServer,
	urlOf,
	whoseProcess
} from './embedded-process.ts';

export interface EmbeddedPostgres {
	/** Of the role the house works as. A secret: it carries the password. */
	url: string;
	/** Of the owner, for migrations and for making databases. A secret. */
	ownerUrl: string;
	/** Whether it ran already, left by a killed server or used by another. */
	adopted: boolean;
	/** Stops Postgres if no other process of the house uses it; close the pools first. */
	stop(): Promise<void>;
}

/** Everybody who uses the cluster holds this lock shared; who stops it must get it alone. */
const presenceLock = 7_107_001;
const givesUpAfterMs = 60_000;
const databaseName = 'hoithi';

/** `directory` is made if absent; Postgres' data lies in it, or where root's folders are closed, where it leads to. */
export async function startEmbeddedPostgres(given: { directory: string; log: Log }): Promise<EmbeddedPostgres> {
	const cluster = await prepareCluster(given.directory);
	const { owner, adopted } = await adoptOrStart(cluster, given.log);
	const port = readLockFile(cluster)?.port;
	if (!port) throw new Error('the database stopped while it was being started');
	await makeDatabase(owner);
	const application = { role: applicationRole, password: await ensureApplicationRole(owner, cluster.home) };
	// From here on nobody of the house is connected as the owner, only whoever migrates.
	const presence = connectOnce(urlOf(cluster, port, 'postgres', application));
	await presence`select pg_advisory_lock_shared(${presenceLock})`;
	await owner.end({ timeout: 1 });
	let stopping: Promise<void> | null = null;
	return {
		url: urlOf(cluster, port, databaseName, application),
		ownerUrl: urlOf(cluster, port, databaseName),
		adopted,
		stop: () => (stopping ??= leave(cluster, presence, given.log))
	};
}

/** Tries until the server answers: each failed try may have been another launcher's success, or a recovery not yet done. */
async function adoptOrStart(cluster: Cluster, log: Log): Promise<{ owner: postgres.Sql; adopted: boolean }> {
	const givesUpAt = performance.now() + givesUpAfterMs;
	let startedHere = false;
	let problem = '';
	for (;;) {
		const lock = readLockFile(cluster);
		const whose = lock ? await whoseProcess(cluster, lock.pid) : 'nobody';
		// Without a process of ours nothing at that port is ours: strangers are not spoken to.
		const owner = lock && whose === 'own' ? await connectToOwn(cluster, lock.port) : null;
		if (owner && (await takePresence(owner))) {
			log.info({ data: cluster.data, adopted: !startedHere }, 'database runs');
			return { owner, adopted: !startedHere };
		}
		if (performance.now() > givesUpAt)
			throw new Error(`the database in ${cluster.data} does not start: ${problem || 'it does not answer'}`);
		if (whose === 'own') {
			await pause(100);
			continue;
		}
		if (lock && whose === 'another') removeStaleLockFile(cluster, lock);
		const refused = await startServer(cluster);
		startedHere = refused === null;
		if (refused !== null) {
			problem = refused;
			await pause(200);
		}
	}
}

/** Fails when the server is being stopped by the last one who used it. */
async function takePresence(owner: postgres.Sql): Promise<boolean> {
	try {
		await owner`select pg_advisory_lock_shared(${presenceLock})`;
		return true;
	} catch {
		await owner.end({ timeout: 1 });
		return false;
	}
}

async function makeDatabase(owner: postgres.Sql): Promise<void> {
	const [known] = await owner`select 1 from pg_database where datname = ${databaseName}`;
	if (known) return;
	try {
		await owner.unsafe(`create database ${databaseName}`);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : null;
		// 42P04, 23505: another launcher made it in this moment.
		if (code !== '42P04' && code !== '23505') throw error;
	}
}

/** The last one out stops the server. */
async function leave(cluster: Cluster, presence: postgres.Sql, log: Log): Promise<void> {
	try {
		await presence`select pg_advisory_unlock_shared(${presenceLock})`;
		if (await isAlone(presence)) {
			await stopServer(cluster);
			log.info({}, 'database stopped');
		} else log.info({}, 'database keeps running for another server');
	} catch (error) {
		log.warn({ err: error }, 'database was not stopped');
	} finally {
		await presence.end({ timeout: 1 });
	}
}

/**
 * Decided twice: nobody else holds the presence lock, and nobody else is connected under the house's name (a presence is lost
 * when Postgres recovers from a crash, pools come back by themselves). Of two that leave at once, one holds the lock for a
 * moment and goes: hence the second look.
 */
async function isAlone(presence: postgres.Sql): Promise<boolean> {
	for (let looks = 0; looks < 4; looks++) {
		if (looks > 0) await pause(150);
		const [lock] = await presence<{ taken: boolean }[]>`select pg_try_advisory_lock(${presenceLock}) as taken`;
		if (!lock?.taken) continue;
		const others = await presence`
			select from pg_stat_activity where pid <> pg_backend_pid() and starts_with(application_name, ${applicationName})`;
		return others.length === 0;
	}
	return false;
}
