// Programs that are started in a group of their own: ended together, and watched for what they take. It must not know what they do.
import { readdir, readFile } from 'node:fs/promises';

/** Whatever else is running on this machine comes first. */
export const leastPriority = 19;
const pageBytes = 4096;

export function killGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}

/** All processes of the group together; what they share is counted for each. Linux tells; elsewhere only the time is bounded. */
export async function isTooLarge(group: number | undefined, mostBytes: number): Promise<boolean> {
	const names = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
	const stats = await Promise.all(names.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')));
	const sizes = stats.map((stat) => {
		// After the name in brackets, which may hold blanks: state, parent, group … and the pages in memory as the 22nd.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return Number(fields[2]) === group ? Number(fields[21]) * pageBytes : 0;
	});
	return sizes.reduce((sum, size) => sum + size, 0) > mostBytes;
}
