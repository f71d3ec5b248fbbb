// The application's own role in the embedded cluster, which owns nothing (ADR 0020): made or mended at each start. It must not know tables.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';

export const applicationRole = 'hoithi_application';

/** Held by the session of whoever makes or mends the role: of launchers that come at once, one after the other. */
const roleLock = 7_107_003;

/**
 * Gives the password. A cluster from before the role gets it now, and one whose password file was lost gets a new password: nobody
 * is ever locked out of their own folder. `owner` is one connection.
 */
export async function ensureApplicationRole(owner: postgres.Sql, home: string): Promise<string> {
	await owner`select pg_advisory_lock(${roleLock})`;
	try {
		const password = readOrMake(join(home, 'password-of-application'));
		const [known] = await owner`select from pg_roles where rolname = ${applicationRole}`;
		if (!known) await owner.unsafe(`create role ${applicationRole}`);
		await owner.unsafe(
			`alter role ${applicationRole} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}'`
		);
		return password;
	} finally {
		await owner`select pg_advisory_unlock(${roleLock})`;
	}
}

function readOrMake(file: string): string {
	if (existsSync(file)) return readFileSync(file, 'utf8').trim();
	const password = randomBytes(24).toString('base64url');
	const aside = `${file}.${process.pid}`;
	writeFileSync(aside, password, { mode: 0o600, flush: true });
	renameSync(aside, file);
	return password;
}
