// The organisers send a registration back to its unit, with what is to be put right (R262).
import { z } from 'zod';
import { isRefusal, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readRegistrations, updateRegistration } from '../stores/registrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';
import { asSeen } from './registering/own-registration.ts';

const input = z.strictObject({ contestId: z.uuid(), id: z.uuid(), version: z.int(), reason: reasonText });

export async function returnRegistration(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ name: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, reason, ...seen } = read;
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async ({ db, record }) => {
		const row = asSeen(await readRegistrations(db, contestId), seen, 'return');
		if (isRefusal(row)) return row;
		await updateRegistration(db, contestId, row.id, { state: 'returned', returnedReason: reason });
		record('registration-returned', { registrationId: row.id, unit: row.unitCode, reason });
		return { name: row.fullName };
	});
}
