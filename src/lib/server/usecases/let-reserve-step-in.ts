// A reserve member takes the place of a contestant of the same unit who does not compete (R267), with a number of their own.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readContestants } from '../stores/people.ts';
import { readRegistrations, updateRegistration } from '../stores/registrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { enterContestant } from './registering/enter-contestant.ts';
import { asSeen } from './registering/own-registration.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	id: z.uuid(),
	version: z.int(),
	/** Number of the contestant whose place it is. */
	inPlaceOf: z.string().min(1).max(100)
});

export async function letReserveStepIn(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ name: string; number: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, inPlaceOf, ...seen } = read;
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async ({ db, record }) => {
		const registrations = await readRegistrations(db, contestId);
		const row = asSeen(registrations, seen, 'step-in');
		if (isRefusal(row)) return row;
		if (!row.isReserve || row.contestantId !== null) return refuse('registration/not-now', { name: row.fullName });
		const left = (await readContestants(db, contestId)).find(({ number }) => number === inPlaceOf);
		const isTaken = registrations.some(({ inPlaceOfId }) => inPlaceOfId === left?.id);
		if (!left || left.unitId !== row.unitId || left.status === 'competing' || isTaken)
			return refuse('registration/place-taken', { number: inPlaceOf });
		const { category, cluster, team } = left;
		const made = await enterContestant(db, row, { category, cluster, team });
		await updateRegistration(db, contestId, row.id, { contestantId: made.id, inPlaceOfId: left.id });
		record('reserve-stepped-in', { registrationId: row.id, number: made.number, inPlaceOf });
		return { name: row.fullName, number: made.number };
	});
}
