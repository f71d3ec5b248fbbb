// Where the embedded cluster lies, and how a new one comes into being at once or not at all; it must not know running servers.
import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	rmdirSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { canWalkInto, chooseDatabaseUser, runAs, type DatabaseUser } from './embedded-user.ts';
import { findPrograms, type Programs } from './embedded-programs.ts';

export interface Cluster {
	/** Postgres' own data folder, as the server names it. */
	data: string;
	/** Of the owner: of the cluster, the database and every table. */
	password: string;
	user: DatabaseUser;
	programs: Programs;
	/** Folder of the cluster: `cluster/`, the passwords, `start.log`. */
	home: string;
}

/** The major version is part of the path, so that a newer Postgres never opens an older cluster by mistake. */
const homeName = 'postgres-18';
/** Root's own folders are closed to other users; then the cluster lies here and `directory` leads to it. */
const openPlace = '/var/lib/hoithi';

/** Finds the cluster under `directory` or makes one. Of two that make one at once, one wins and the other uses it. */
export async function prepareCluster(directory: string): Promise<Cluster> {
	const place = preparePlace(directory);
	const home = join(place, homeName);
	const user = chooseDatabaseUser([join(home, 'cluster'), place]);
	const programs = await findPrograms(place, user);
	if (!existsSync(home)) await makeCluster(place, home, user, programs);
	return { home, data: realpathSync(join(home, 'cluster')), password: readPassword(home), user, programs };
}

function preparePlace(directory: string): string {
	mkdirSync(dirname(directory), { recursive: true });
	const user = chooseDatabaseUser([directory]);
	openDataFolder(user, realpathSync(dirname(directory)));
	if (
		existsSync(directory) &&
		!canWalkInto(user, dirname(realpathSync(directory))) &&
		readdirSync(directory).length === 0
	) {
		rmdirSync(directory);
	}
	if (!existsSync(directory)) {
		if (canWalkInto(user, realpathSync(dirname(directory)))) mkdirSync(directory, { recursive: true });
		else leadToOpenPlace(directory);
	}
	const place = realpathSync(directory);
	if (user && statSync(place).uid === 0) chmodSync(place, 0o755);
	if (!canWalkInto(user, place))
		throw new Error(`${place} is closed to the user that runs the database; choose another DATA_DIR`);
	return place;
}

/** The folder above is the house's own (DATA_DIR): others may pass through it, not look into it. Folders further up are not ours. */
function openDataFolder(user: DatabaseUser, above: string): void {
	const { uid, mode } = statSync(above);
	if (user && uid === 0 && above !== homedir() && canWalkInto(user, dirname(above)))
		chmodSync(above, (mode & 0o7777) | 0o001);
}

function leadToOpenPlace(directory: string): void {
	mkdirSync(openPlace, { recursive: true });
	chmodSync(openPlace, 0o755);
	const place = mkdtempSync(join(openPlace, 'data-'));
	try {
		symlinkSync(place, directory);
	} catch (error) {
		rmSync(place, { recursive: true });
		if (!existsSync(directory)) throw error;
	}
}

async function makeCluster(place: string, home: string, user: DatabaseUser, programs: Programs): Promise<void> {
	const aside = mkdtempSync(join(place, 'making-'));
	try {
		if (user) chmodSync(aside, 0o755);
		const password = randomBytes(24).toString('base64url');
		const data = join(aside, 'cluster');
		const passwordForInitdb = join(aside, 'password-for-initdb');
		mkdirSync(data, { mode: 0o700 });
		writeFileSync(join(aside, 'password'), password, { mode: 0o600, flush: true });
		writeFileSync(passwordForInitdb, password, { mode: 0o600 });
		for (const path of user ? [data, passwordForInitdb] : []) chownSync(path, user?.uid ?? 0, user?.gid ?? 0);
		const made = await runAs(
			user,
			programs.initdb,
			[
				`--pgdata=${data}`,
				'--username=hoithi',
				`--pwfile=${passwordForInitdb}`,
				'--auth=scram-sha-256',
				'--encoding=UTF8',
				'--locale=C',
				'--data-checksums'
			],
			{ folder: aside, outputFile: join(aside, 'start.log') }
		);
		if (made.code !== 0) throw new Error(`the database could not be made: ${made.output.trim()}`);
		rmSync(passwordForInitdb);
		renameSync(aside, home);
	} catch (error) {
		rmSync(aside, { recursive: true, force: true });
		// A folder with something in it is never replaced by a rename: another launcher was first, its cluster counts.
		if (!existsSync(join(home, 'cluster'))) throw error;
	}
}

function readPassword(home: string): string {
	try {
		return readFileSync(join(home, 'password'), 'utf8').trim();
	} catch (cause) {
		throw new Error(`the database in ${home} belongs to another user, or its password file is missing`, { cause });
	}
}
