// What stands in the way before a contest begins, and what was accepted together; sentences only, never a key.
import { preflight, type Preflight } from '../../contest/preflight/preflight.ts';
import { shortParts, type ShortPart } from '../../contest/preflight/short-parts.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest } from '../stores/contests.ts';
import { readInterestList, type InterestList } from './interest-list.ts';

export interface PreflightReport extends Preflight {
	/** Nothing in the way either: parts that lack questions in their rounds. */
	shortParts: ShortPart[];
	/** Nothing in the way: whom an interest keeps from marking whom (R154). */
	interests: InterestList;
}

export async function readPreflight(app: App, seat: Seat, contestId: string): Promise<PreflightReport | Refusal> {
	const refusal = refuseUnless(seat, 'matrix:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const record = await readContestRecord(db, contest, 'all');
	return { ...preflight(record), shortParts: shortParts(record), interests: await readInterestList(db, contest) };
}
