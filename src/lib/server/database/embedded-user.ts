// Decides as which user the embedded Postgres runs (it refuses root) and runs its programs so; it must not know SQL.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** `null` means: as ourselves. */
export type DatabaseUser = { uid: number; gid: number } | null;

/** Root runs Postgres as the owner of the first of `paths` that exists and is not root's, else as `nobody`. */
export function chooseDatabaseUser(paths: string[]): DatabaseUser {
	if (!isRoot()) return null;
	for (const path of paths) {
		const found = statSync(path, { throwIfNoEntry: false });
		if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
	}
	return nobody();
}

export function isRoot(): boolean {
	return process.getuid?.() === 0;
}

function nobody(): { uid: number; gid: number } {
	const line = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.find((entry) => entry.startsWith('nobody:'));
	const [, , uid, gid] = line?.split(':') ?? [];
	const known = { uid: Number(uid), gid: Number(gid) };
	return known.uid > 0 && known.gid > 0 ? known : { uid: 65534, gid: 65534 };
}

/** Whether the user may walk into the folder: every folder above and itself must allow it. */
export function canWalkInto(user: DatabaseUser, folder: string): boolean {
	if (!user) return true;
	for (let path = folder; ; path = dirname(path)) {
		const { uid, gid, mode } = statSync(path);
		const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
		if ((mode & needed) === 0) return false;
		if (path === dirname(path)) return true;
	}
}

/** The environment of Postgres' programs: ours without its own variables, in a locale every machine has. */
function cleanEnvironment(): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
	return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

export interface Run {
	code: number | null;
	output: string;
}

/**
 * Runs one of Postgres' programs to its end. Output goes through a file of ours, never a pipe: the server started by
 * `pg_ctl` keeps its output open for as long as it lives.
 */
export function runAs(user: DatabaseUser, program: string, args: string[], at: { folder: string; outputFile: string }) {
	return new Promise<Run>((done) => {
		const output = openSync(at.outputFile, 'w', 0o600);
		const child = spawn(program, args, {
			cwd: at.folder,
			env: cleanEnvironment(),
			stdio: ['ignore', output, output],
			windowsHide: true,
			...(user ?? {})
		});
		closeSync(output);
		child.once('error', (error) => done({ code: null, output: error.message }));
		child.once('exit', (code) => done({ code, output: readFileSync(at.outputFile, 'utf8') }));
	});
}
