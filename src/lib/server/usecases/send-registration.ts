// A contact sends a registration to the organisers: whole (R263), in time (R260) and within what the unit may send (R261).
import { z } from 'zod';
import { hasPlace, placesTaken } from '../../contest/registration/places.ts';
import { missingOf } from '../../contest/registration/questions.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readContestants } from '../stores/people.ts';
import { updateRegistration } from '../stores/registrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { ownAsSeen, readOwnUnit } from './registering/own-registration.ts';

const input = z.strictObject({ id: z.uuid(), version: z.int() });

export async function sendRegistration(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ name: string }> | Refusal> {
	if (seat.kind !== 'contact')
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const request = { contestId: seat.contestId, permission: 'registrations:fill' as const };
	return changeContest(app, seat, request, async (change) => {
		const { db, contest, now, record } = change;
		const own = await readOwnUnit(change, seat);
		if (isRefusal(own)) return own;
		const row = ownAsSeen(own, read, 'send');
		if (isRefusal(row)) return row;
		const categories = contest.rules.categories.map(({ code }) => code);
		const missing = missingOf(row, own.terms, categories);
		if (missing.length > 0) return refuse('registration/incomplete', { count: missing.length });
		const others = own.registrations.filter(({ id }) => id !== row.id);
		const taken = placesTaken(seat.unitId, others, await readContestants(db, contest.id));
		if (!hasPlace(row.isReserve, taken, { quota: own.unit.quota, reserves: own.terms.reserves }))
			return refuse('registration/no-place');
		await updateRegistration(db, contest.id, row.id, { state: 'sent', sentAt: new Date(now) });
		record('registration-sent', { registrationId: row.id, unit: own.unit.code, isReserve: row.isReserve });
		return { name: row.fullName };
	});
}
