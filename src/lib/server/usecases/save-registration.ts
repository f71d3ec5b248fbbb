// A contact writes down somebody of the unit, or changes it; what is missing does not keep it from being saved (R260, R262, R268).
import { z } from 'zod';
import { fittingAnswers } from '../../contest/registration/questions.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { makeLimiter } from '../limits.ts';
import type { Seat } from '../seat.ts';
import { insertRegistration, updateRegistration } from '../stores/registrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { ownAsSeen, readOwnUnit } from './registering/own-registration.ts';
import { personInput } from './registering/person-input.ts';

const input = z.strictObject({
	/** The registration and the version that was seen; left out for a new one. */
	seen: z.strictObject({ id: z.uuid(), version: z.int() }).optional(),
	...personInput
});

/** A unit writes down so many at most, those taken back included. */
const mostOfUnit = 200;
/** Of one contact: more than anybody types. */
const savesPerContact = makeLimiter({ size: 60, refillMs: 2_000 });

export async function saveRegistration(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ id: string; version: number }> | Refusal> {
	if (seat.kind !== 'contact')
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	if (!savesPerContact.take(seat.contactId)) return refuse('access/too-many-tries');
	const { seen, ...person } = read;
	const request = { contestId: seat.contestId, permission: 'registrations:fill' as const };
	return changeContest(app, seat, request, async (change) => {
		const { db, contest, now, record } = change;
		const own = await readOwnUnit(change, seat);
		if (isRefusal(own)) return own;
		if (person.birthDate !== null && person.birthDate > contest.heldOn)
			return refuse('input/not-valid', {}, 'birthDate');
		const isKnown = contest.rules.categories.some(({ code }) => code === person.category);
		const values = {
			...person,
			category: isKnown ? person.category : null,
			answers: fittingAnswers(person.answers, own.terms.questions)
		};
		if (seen) {
			const row = ownAsSeen(own, seen, 'change');
			if (isRefusal(row)) return row;
			await updateRegistration(db, contest.id, row.id, values);
			record('registration-changed', { registrationId: row.id, unit: own.unit.code });
			return { id: row.id, version: row.version + 1 };
		}
		if (own.window !== 'open') return refuse('registration/not-open');
		const written = own.registrations.filter(({ unitId }) => unitId === seat.unitId).length;
		if (own.unit.quota === 0 || written >= mostOfUnit) return refuse('registration/no-place');
		const id = await insertRegistration(db, {
			contestId: contest.id,
			unitId: seat.unitId,
			...values,
			madeAt: new Date(now)
		});
		record('registration-begun', { registrationId: id, unit: own.unit.code });
		return { id, version: 1 };
	});
}
