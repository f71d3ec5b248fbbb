// Looks at this process: the version of Node, how many files it may open; and what no program can see, power and sleep.
import { readFile } from 'node:fs/promises';
import { found, type Finding } from './finding.ts';

const leastNode = 24;
/** Five thousand phones, each a socket, with room for the waves in which they come back. */
const leastDescriptors = 10_240;

export async function examineProcess(): Promise<Finding[]> {
	const version = process.versions.node;
	const most = await mostDescriptors();
	return [
		found('node', Number.parseInt(version, 10) >= leastNode ? 'good' : 'bad', { version }),
		...(most === null ? [] : [found('descriptors', most >= leastDescriptors ? 'good' : 'warning', { count: most })]),
		found('power', 'hint')
	];
}

/** Linux tells; other systems are not asked. */
async function mostDescriptors(): Promise<number | null> {
	const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
	const [, soft] = /^Max open files\s+(\d+|unlimited)/m.exec(limits) ?? [];
	if (soft === undefined) return null;
	return soft === 'unlimited' ? Number.MAX_SAFE_INTEGER : Number(soft);
}
