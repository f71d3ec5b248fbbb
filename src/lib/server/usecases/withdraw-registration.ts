// A contact takes a registration back, until it is approved (R262); no closing keeps from that.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readRegistrations, updateRegistration } from '../stores/registrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { asSeen } from './registering/own-registration.ts';

const input = z.strictObject({ id: z.uuid(), version: z.int() });

export async function withdrawRegistration(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ wasSent: boolean }> | Refusal> {
	if (seat.kind !== 'contact')
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const request = { contestId: seat.contestId, permission: 'registrations:fill' as const };
	return changeContest(app, seat, request, async ({ db, contest, now, record }) => {
		const own = (await readRegistrations(db, contest.id)).filter(({ unitId }) => unitId === seat.unitId);
		const row = asSeen(own, read, 'withdraw');
		if (isRefusal(row)) return row;
		await updateRegistration(db, contest.id, row.id, { state: 'withdrawn', settledAt: new Date(now) });
		record('registration-withdrawn', { registrationId: row.id, unit: row.unitCode });
		return { wasSent: row.state !== 'draft' };
	});
}
