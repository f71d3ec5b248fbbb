// Copies the database by itself between rounds, one copy at a time, and keeps the newest few.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app.ts';
import { automaticBackups, backupFolderIn, writeBackup } from './backup.ts';
import { appVersion } from './version.ts';

/** Takes over `app.requestBackup`; returns the function that waits for a running copy and ends it. */
export function startAutomaticBackups(app: App): () => Promise<void> {
	let last: Promise<void> = Promise.resolve();
	let isStopped = false;
	app.requestBackup = (reason) => {
		last = last.then(async () => {
			if (isStopped) return;
			try {
				app.log.info({ reason, file: await copy(app) }, 'backup written');
			} catch (error) {
				app.log.error({ err: error, reason }, 'backup failed');
			}
		});
	};
	return async () => {
		isStopped = true;
		await last;
	};
}

async function copy(app: App): Promise<string> {
	const folder = backupFolderIn(app.config.dataDirectory);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const name = `hoithi-${new Date(app.clock.now()).toISOString().replace(/[:.]/g, '-')}.backup`;
	await writeBackup(app.database.sql, join(folder, name), { appVersion });
	const names = await automaticBackups(folder);
	for (const old of names.slice(0, Math.max(0, names.length - app.config.backupsKept))) await rm(join(folder, old));
	return name;
}
