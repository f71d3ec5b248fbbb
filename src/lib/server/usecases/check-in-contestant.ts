// Roll call: who has come, who is absent or has withdrawn, each with a line in the log.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readContestants, updateAttendance } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { optionalReason } from './setup-input.ts';

export const attendances = ['present', 'expected', 'absent', 'withdrawn', 'force-majeure', 'disqualified'] as const;

const input = z.strictObject({
	contestId: z.uuid(),
	contestantIds: z.array(z.uuid()).min(1).max(5_000),
	as: z.enum(attendances),
	reason: optionalReason
});

/** `expected` undoes: neither here nor absent. Whoever is away or out needs a reason. */
export async function checkInContestant(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ count: number }> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId, contestantIds, as, reason } = read.data;
	const isAway = as !== 'present' && as !== 'expected';
	return changeContest(app, seat, { contestId, permission: 'contestants:check-in' }, async ({ db, now, record }) => {
		if (isAway && reason === '') return refuse('input/reason-needed', {}, 'reason');
		const wanted = new Set(contestantIds);
		const found = (await readContestants(db, contestId)).filter(({ id }) => wanted.has(id));
		if (found.length !== wanted.size) return refuse('input/not-found');
		await updateAttendance(db, contestId, [...wanted], {
			status: isAway ? as : 'competing',
			checkedInAt: as === 'present' ? new Date(now) : null
		});
		record('attendance-noted', { as, numbers: found.map(({ number }) => number), ...(reason ? { reason } : {}) });
		return { count: found.length };
	});
}
