// Looks at the data folder: room on its disk, whether backups can be written, and how old the last one is.
import { mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { automaticBackups, backupFolderIn } from '../backup.ts';
import { found, type Finding } from './finding.ts';

const gigabyte = 1_000_000_000;
const leastFreeGb = 5;
const mostBackupHours = 24;

export async function examineFolders(dataDirectory: string): Promise<Finding[]> {
	const folder = backupFolderIn(dataDirectory);
	return [
		await examineDisk(resolve(dataDirectory)),
		await examineBackupFolder(folder),
		await examineLastBackup(folder)
	];
}

async function examineDisk(folder: string): Promise<Finding> {
	const { bavail, bsize } = await statfs(await nearestExisting(folder));
	const free = Math.floor((bavail * bsize) / gigabyte);
	return found('disk', free >= leastFreeGb ? 'good' : 'bad', { free, least: leastFreeGb, folder });
}

/** Before the first start the folder is not there yet: its disk is that of the folder it will stand in. */
async function nearestExisting(folder: string): Promise<string> {
	const isThere = await stat(folder).then(
		() => true,
		() => false
	);
	return isThere || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

async function examineBackupFolder(folder: string): Promise<Finding> {
	const probe = join(folder, `.probe-${process.pid}`);
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		await writeFile(probe, 'x');
		return found('backup-folder', 'good', { folder });
	} catch {
		return found('backup-folder', 'bad', { folder });
	} finally {
		await rm(probe, { force: true }).catch(() => {});
	}
}

async function examineLastBackup(folder: string): Promise<Finding> {
	const newest = (await automaticBackups(folder).catch(() => [])).at(-1);
	if (newest === undefined) return found('no-backup', 'warning');
	const { mtimeMs } = await stat(join(folder, newest));
	const hours = Math.max(0, Math.floor((Date.now() - mtimeMs) / 3_600_000));
	return found('last-backup', hours < mostBackupHours ? 'good' : 'warning', { hours });
}
