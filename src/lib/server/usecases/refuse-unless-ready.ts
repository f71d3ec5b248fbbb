// The gate before anything of a contest begins (R251): a database that may lose what it commits refuses, and so does an open
// problem of the preflight; it must not know what begins.
import { preflight } from '../../contest/preflight/preflight.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readUnsafeSettings } from '../stores/database-facts.ts';
import type { Change } from './change-contest.ts';

/** Null when nothing stands in the way; else the sentence of the first problem, and how many there are. */
export async function refuseUnlessReady({ db, contest }: Pick<Change, 'db' | 'contest'>): Promise<Refusal | null> {
	const unsafe = await readUnsafeSettings(db);
	if (unsafe.length > 0) return refuse('server/unsafe-database', { settings: unsafe.join(', ') });
	const { open } = preflight(await readContestRecord(db, contest, 'all'));
	const [first] = open;
	return first ? refuse('contest/not-ready', { problem: first.text, count: open.length }) : null;
}
