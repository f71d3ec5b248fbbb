// Takes a role in a contest away again; the last organiser who can sign in stays.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { isLastOrganiser, readStaff } from '../stores/accounts.ts';
import { removeRole } from '../stores/contests.ts';
import { changeContest, type Changed } from './change-contest.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	accountId: z.uuid(),
	role: z.enum(['organiser', 'head_judge', 'judge', 'secretary', 'mc'])
});

export async function removeStaff(app: App, seat: Seat, given: unknown): Promise<Changed<null> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId, accountId, role } = read.data;
	return changeContest(
		app,
		seat,
		{ contestId, permission: 'people:edit', staysPossible: true },
		async ({ db, record }) => {
			const staff = await readStaff(db, contestId);
			const isThere = staff.some((one) => one.accountId === accountId && one.role === role);
			if (!isThere) return refuse('input/not-found');
			if (role === 'organiser' && isLastOrganiser(staff, accountId))
				return refuse('contest/last-organiser', {}, 'role');
			await removeRole(db, contestId, accountId, role);
			record('staff-removed', { accountId, role });
			return null;
		}
	);
}
