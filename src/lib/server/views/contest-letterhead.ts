// The letterhead of a contest as it was written, or as it is until then; for whoever prints its papers.
import type { ContestId } from '../../contest/ids.ts';
import { firstLetterhead, type Letterhead } from '../../contest/paper/letterhead.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readLetterhead } from '../stores/letterheads.ts';

export interface ContestLetterhead {
	letterhead: Letterhead;
	/** Whether this person may write it anew. */
	mayEdit: boolean;
}

export async function contestLetterhead(
	app: App,
	seat: Seat,
	contestId: ContestId,
	language: 'vi' | 'en'
): Promise<ContestLetterhead | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const written = await readLetterhead(db, contestId);
	return {
		letterhead: written ?? firstLetterhead(contest, language),
		mayEdit: may(seat, 'papers:prepare', contestId)
	};
}
