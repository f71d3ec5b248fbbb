// The programs the tests need beside npm packages, and where they are; it must not know how they are installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Program {
	/** Debian packages that hold it; the first that can be had is taken. */
	debianPackages: [string, ...string[]];
	/** Setting that names another place. */
	setting: string;
	names: string[];
}

/** The one without windows does the same work with a quarter less of the processor. */
export const chromium: Program = {
	debianPackages: ['chromium-headless-shell', 'chromium'],
	setting: 'CHROMIUM_PATH',
	names: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
};

export const redis: Program = {
	debianPackages: ['redis-server'],
	setting: 'REDIS_SERVER_PATH',
	names: ['redis-server']
};

export const nginx: Program = {
	debianPackages: ['nginx'],
	setting: 'NGINX_PATH',
	names: ['nginx']
};

/** Flags under which Debian's Chromium runs as root, without a graphics card, and keeps still. */
export const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

/** Full path of the program, or null when the machine lacks it. */
export function findProgram(program: Program): string | null {
	const given = process.env[program.setting];
	if (given) return existsSync(given) ? given : null;
	const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/usr/sbin'];
	for (const name of program.names)
		for (const folder of folders) if (folder && existsSync(join(folder, name))) return join(folder, name);
	return null;
}
