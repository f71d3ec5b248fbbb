// Where the automatic backups lie and which they are; it must not know how one is written.
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export function backupFolderIn(dataDirectory: string): string {
	return join(resolve(dataDirectory), 'backups');
}

/** Names within the folder, oldest first. */
export async function automaticBackups(folder: string): Promise<string[]> {
	return (await readdir(folder)).filter((name) => /^hoithi-.*\.backup$/.test(name)).sort();
}
