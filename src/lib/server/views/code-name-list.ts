// Who has which code name, for organisers alone: no other list has both. It must not know what is marked.
import { isOut } from '../../contest/record/record.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readRequests } from '../stores/entries.ts';
import { readContestants } from '../stores/people.ts';

export interface CodeNameList {
	/** By number, those who are not out and were searched for, at most `mostShown`. */
	people: { id: string; number: string; name: string; unit: string; codeName: string | null }[];
	/** Found beyond those shown. */
	more: number;
	counts: { contestants: number; named: number };
	/** Whether an entry is marked without names: that is where code names are read. */
	isAnonymous: boolean;
	/** Whether the projector shows them (R325). */
	isInHall: boolean;
	isPublished: boolean;
}

const mostShown = 200;

export async function codeNameList(
	app: App,
	seat: Seat,
	contestId: string,
	search: string
): Promise<CodeNameList | Refusal> {
	const denied = refuseUnless(seat, 'people:edit', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const all = (await readContestants(db, contestId)).filter(({ status }) => !isOut(status));
	const key = foldVietnamese(search);
	const found = all.filter((row) =>
		foldVietnamese(`${row.number} ${row.fullName} ${row.unitName} ${row.codeName ?? ''}`).includes(key)
	);
	return {
		people: found.slice(0, mostShown).map(({ id, number, fullName, unitName, codeName }) => ({
			...{ id, number, name: fullName, unit: unitName, codeName }
		})),
		more: Math.max(0, found.length - mostShown),
		counts: { contestants: all.length, named: all.filter(({ codeName }) => codeName !== null).length },
		isAnonymous: (await readRequests(db, contestId)).some((request) => request.isAnonymous),
		isInHall: contest.codeNamesInHall,
		isPublished: contest.publishedAt !== null
	};
}
