// Stops and wakes every process of one Postgres cluster the tests started themselves, as a hanging machine would (Linux).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `directory` is the cluster's data folder. */
export function freezePostgres(directory: string): { wake(): void } {
	const postmaster = Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
	const pids = [postmaster, ...childrenOf(postmaster)];
	// The postmaster first, so that it starts nobody while the others fall asleep.
	for (const pid of pids) process.kill(pid, 'SIGSTOP');
	return {
		wake() {
			for (const pid of pids.toReversed()) process.kill(pid, 'SIGCONT');
		}
	};
}

function childrenOf(parent: number): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => parentOf(pid) === parent);
}

/** The name in `/proc/<pid>/stat` may hold blanks and brackets: the parent is the second word after it. */
function parentOf(pid: number): number | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
	} catch {
		return null;
	}
}
