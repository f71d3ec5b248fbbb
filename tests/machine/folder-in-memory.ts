// Finds room in memory for what tests write: databases, backups, browsers' files. A process that is killed keeps it as it would keep a disk's.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';

const memory = '/dev/shm';
const gibibyte = 1024 ** 3;

/** A folder that is gone when this process ends, or null where the machine has less than 6 GiB of memory free or runs no programs from there. */
export function folderInMemory(): string | null {
	if (!hasRoom()) return null;
	const folder = mkdtempSync(`${memory}/hoithi-tests-`);
	// Some programs under test run as nobody.
	chmodSync(folder, 0o755);
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	return folder;
}

function hasRoom(): boolean {
	const mount = readFileSync('/proc/mounts', 'utf8')
		.split('\n')
		.map((line) => line.split(' '))
		.find(([, place]) => place === memory);
	if (!mount || mount[3]?.split(',').includes('noexec')) return false;
	const { bavail, bsize } = statfsSync(memory);
	return bavail * bsize > 4 * gibibyte && freemem() > 6 * gibibyte;
}
