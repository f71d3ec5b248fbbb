// What the operating system knows of a process: its core, its processor time, its memory, its children (Linux).
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Keeps a process, all its threads and what it starts from now on, on one core. False where the machine has no taskset. */
export function pin(pid: number, core: number): boolean {
	return spawnSync('taskset', ['-a', '-p', '-c', String(core), String(pid)], { stdio: 'ignore' }).status === 0;
}

/** Processor time of all threads, ms, in steps of 10. */
export function cpuMsOf(pid: number): number {
	const fields = statOf(pid);
	return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

export function rssMiBOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

export function parentOf(pid: number): number {
	return Number(statOf(pid)[1]);
}

/** Direct children, as they are now. */
export function childrenOf(pid: number): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((each) => {
			try {
				return parentOf(each) === pid;
			} catch {
				// It has just ended.
				return false;
			}
		});
}

/** The fields after the name, which may contain blanks: state, parent … */
function statOf(pid: number): string[] {
	const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
	return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
