// Looks at the database: does it answer, does it keep what it commits, does it fit this program. It changes nothing.
import type { Database } from '../database/open-database.ts';
import { migrationsFolder, readAppliedMigrations, readFolderMigrations } from '../database/migrate.ts';
import { readRolePowers } from '../database/role-powers.ts';
import { withDeadline } from '../with-deadline.ts';
import { readDatabaseClock, readDatabaseFacts, readUnsafeSettings } from '../stores/database-facts.ts';
import { found, type Finding } from './finding.ts';

const answersWithinMs = 6_000;
/** The house's time is the database's; a machine further off than this still confuses people who compare clocks. */
const mostClockOffsetMs = 2_000;
/** `uuidv7()` came with it. */
const leastPostgres = 180_000;

/** When it does not answer there is nothing more to say about it. */
export async function examineDatabase(database: Database | null): Promise<Finding[]> {
	if (!database) return [found('database', 'bad')];
	try {
		return await withDeadline(examineAnswering(database), answersWithinMs);
	} catch {
		return [found('database', 'bad')];
	}
}

async function examineAnswering(database: Database): Promise<Finding[]> {
	const db = database.drizzle;
	await readDatabaseClock(db);
	const { tripMs, offsetMs } = await quickestClock(database);
	const unsafe = await readUnsafeSettings(db);
	const { version, versionNumber, hasChecksums } = await readDatabaseFacts(db);
	return [
		found('database', 'good', { ms: Math.ceil(tripMs) }),
		unsafe.length === 0 ? found('durability', 'good') : found('durability', 'bad', { settings: unsafe.join(', ') }),
		found('checksums', hasChecksums ? 'good' : 'warning'),
		found('clock', Math.abs(offsetMs) > mostClockOffsetMs ? 'warning' : 'good', { ms: Math.abs(Math.round(offsetMs)) }),
		found('postgres', versionNumber >= leastPostgres ? 'good' : 'bad', { version }),
		await examineMigrations(database),
		await examineRole(database)
	];
}

/** How far the database's clock is from this process's, by the quickest of a few round trips. */
async function quickestClock({ drizzle }: Database): Promise<{ tripMs: number; offsetMs: number }> {
	let best = { tripMs: Infinity, offsetMs: 0 };
	for (let sample = 0; sample < 5; sample++) {
		const before = performance.now();
		const databaseTime = await readDatabaseClock(drizzle);
		const tripMs = performance.now() - before;
		if (tripMs < best.tripMs) best = { tripMs, offsetMs: databaseTime - (Date.now() - tripMs / 2) };
	}
	return best;
}

async function examineMigrations({ sql }: Database): Promise<Finding> {
	const applied = await readAppliedMigrations(sql);
	const known = readFolderMigrations(migrationsFolder);
	const hashes = new Set(known.map(({ hash }) => hash));
	if (applied.some(({ hash }) => !hashes.has(hash))) return found('migrations', 'bad');
	const pending = known.length - applied.length;
	return pending === 0
		? found('migrations', 'good', { count: known.length })
		: found('migrations', 'warning', { count: pending });
}

/** Enough to see what it is about. */
const mostPowers = 5;

/** Whether the guards on marks and log hold against whoever speaks as the house: an owner could take them away (ADR 0020). */
async function examineRole({ sql }: Database): Promise<Finding> {
	const { role, beyond } = await readRolePowers(sql);
	const powers = [...beyond.slice(0, mostPowers), ...(beyond.length > mostPowers ? ['…'] : [])].join(', ');
	return beyond.length === 0
		? found('database-role', 'good', { role })
		: found('database-role', 'warning', { role, powers });
}
