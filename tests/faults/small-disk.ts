// A disk of a few megabytes, in memory, that can be filled and emptied; only root may mount it, so a test asks first.
import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, mkdtempSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
	readonly folder: string;
	/** A file of as many bytes as there is room; gives how many. */
	fill(): number;
	/** Deletes that file. */
	free(): void;
	unmount(): void;
}

const pieceBytes = 4096;

/** Null where this process may not mount; the reason is printed. */
export function mountSmallDisk(given: { mebibytes: number; uid: number; gid: number }): SmallDisk | null {
	const folder = mkdtempSync(join(tmpdir(), 'hoithi-small-disk-'));
	const options = `size=${given.mebibytes}m,uid=${given.uid},gid=${given.gid},mode=700`;
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });
	if (mounted.status !== 0) {
		rmdirSync(folder);
		console.log(`not played: mounting a small disk was refused: ${mounted.stderr?.trim() || mounted.error?.message}`);
		return null;
	}
	const ballast = join(folder, 'ballast');
	return {
		folder,
		fill() {
			const file = openSync(ballast, 'a');
			try {
				for (const piece = Buffer.alloc(pieceBytes, 1); ;) writeSync(file, piece);
			} catch (error) {
				if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
				return fstatSync(file).size;
			} finally {
				closeSync(file);
			}
		},
		free: () => rmSync(ballast, { force: true }),
		unmount() {
			spawnSync('umount', ['-l', folder]);
			rmdirSync(folder);
		}
	};
}
