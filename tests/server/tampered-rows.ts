// Single changes to the stored log, marks and entries from paper of one contest, written into the database by its owner and looked for by the command line.
import { spawnSync } from 'node:child_process';
import type { StoredVerdict } from '../../src/lib/contest/stored-marks.ts';
import { tamper } from '../../src/lib/contest/tampering.fixture.ts';
import type { JudgingContest } from './judging-contest.ts';
import { readAsStored, writeAsOwner } from './signed-sheets.ts';

export interface TamperedRow {
	what: string;
	first: StoredVerdict;
}

/** Makes so many changes one by one, each undone before the next; `look` is asked while it stands. */
export async function tamperRows(
	world: JudgingContest,
	{ random, times }: { random: () => number; times: number },
	look: (row: TamperedRow) => Promise<void>
): Promise<void> {
	const asIs = await readAsStored(world);
	for (let done = 0; done < times;) {
		const tampered = tamper(asIs, random);
		if (!tampered) continue;
		await writeAsOwner(world, tampered.stored);
		await look(tampered);
		done += 1;
	}
	await writeAsOwner(world, asIs);
}

/** The line of this contest, and whether the program says that all is well. */
export function verifyByCommand(url: string, ...words: string[]): { isGood: boolean; said: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/hoithi.ts', 'log', 'verify', ...words], {
		encoding: 'utf8',
		env: { ...process.env, DATABASE_URL: url }
	});
	if (stderr) throw new Error(stderr);
	return { isGood: status === 0, said: stdout };
}

const rows = { lock: "a session's lock", hand: 'a hand under minutes', interest: 'a conflict of interest' };

/** What the command line says of the row. */
export function namedAs({ first }: TamperedRow): string {
	if (first.ok) throw new Error('nothing was changed');
	if (first.bad === 'line') return `BROKEN at line ${first.sequence}\n`;
	if (first.bad === 'lock' || first.bad === 'hand' || first.bad === 'interest')
		return `BROKEN at ${rows[first.bad]}, dòng · line ${first.sequence ?? '–'}\n`;
	const { number, judge, sequence } = first;
	const what = first.bad === 'sheet' ? 'sheet' : 'paper entry';
	const which = first.bad === 'sheet' ? first.revision : first.entry;
	return `BROKEN at ${what} ${number || '?'} ${judge} ${which}, dòng · line ${sequence ?? '–'}\n`;
}
