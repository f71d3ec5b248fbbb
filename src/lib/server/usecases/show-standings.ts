// Showing standings to contestants or to the hall, and hiding them again; only those who publish results decide it.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { updateContest, type ContestRow } from '../stores/contests.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { firstField } from './setup-input.ts';

type HallState = ContestRow['hall'];

const input = z.strictObject({
	contestId: z.uuid(),
	to: z.enum(['contestants', 'hall']),
	shown: z.boolean()
});

export async function showStandings(app: App, seat: Seat, given: unknown): Promise<Changed<null> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, to, shown } = read.data;
	return changeContest(
		app,
		seat,
		{ contestId, permission: 'results:publish', staysPossible: true },
		async ({ db, contest, record }) => {
			if (to === 'contestants') await updateContest(db, contestId, { standingsShown: shown });
			else if (shown || contest.hall.show === 'standings') {
				const hall: HallState = { show: shown ? 'standings' : 'live' };
				await updateContest(db, contestId, { hall });
			}
			record('standings-shown', { to, shown });
			return null;
		}
	);
}
