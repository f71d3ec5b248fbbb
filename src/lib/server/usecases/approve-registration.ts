// The organisers approve a registration: it becomes a contestant, joins one who is there already, or stands by as a reserve (R262, R265, R266).
import { z } from 'zod';
import { sameAs } from '../../contest/registration/duplicates.ts';
import { hasPlace, placesTaken } from '../../contest/registration/places.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { fillContestant, readContestants, readUnits, type ContestantRow } from '../stores/people.ts';
import { readRegistrations, readRegistrationTerms, updateRegistration } from '../stores/registrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { enterContestant } from './registering/enter-contestant.ts';
import { asSeen } from './registering/own-registration.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	id: z.uuid(),
	version: z.int(),
	/** `somebody-else`: whoever looks the same is another person. A number: it is that contestant. */
	as: z.union([z.enum(['new', 'somebody-else']), z.strictObject({ number: z.string().min(1).max(100) })])
});

/** `number` is null for a reserve member, who gets one on stepping in. */
export async function approveRegistration(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ name: string; number: string | null }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, as, ...seen } = read;
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async ({ db, now, record }) => {
		const registrations = await readRegistrations(db, contestId);
		const row = asSeen(registrations, seen, 'approve');
		if (isRefusal(row)) return row;
		const { id, fullName: name, isReserve } = row;
		const approved = { state: 'approved' as const, settledAt: new Date(now) };
		const told = { registrationId: id, unit: row.unitCode };
		const contestants = await readContestants(db, contestId);
		if (typeof as === 'object') {
			const known = contestants.find(({ number }) => number === as.number);
			if (!known) return refuse('input/not-found');
			await fillContestant(db, known, row);
			await updateRegistration(db, contestId, id, { ...approved, contestantId: known.id });
			record('registration-merged', { ...told, number: known.number });
			return { name, number: known.number };
		}
		const [same] = sameAs(keyOf(row), contestants.map(personOf));
		if (same && as === 'new') return refuse('registration/known-already', { name, number: same.number });
		const unit = (await readUnits(db, contestId)).find((each) => each.id === row.unitId);
		const others = registrations.filter((each) => each.id !== id);
		const given = { quota: unit?.quota ?? null, reserves: (await readRegistrationTerms(db, contestId))?.reserves ?? 0 };
		if (!hasPlace(isReserve, placesTaken(row.unitId, others, contestants), given))
			return refuse('registration/no-place');
		const made = isReserve ? null : await enterContestant(db, row, {});
		await updateRegistration(db, contestId, id, { ...approved, contestantId: made?.id ?? null });
		record('registration-approved', { ...told, isReserve, ...(made && { number: made.number }) });
		return { name, number: made?.number ?? null };
	});
}

const keyOf = (each: { fullName: string; birthDate: string | null; unitId: string }) => ({
	nameKey: foldVietnamese(each.fullName),
	birthDate: each.birthDate,
	unit: each.unitId
});
const personOf = (each: ContestantRow) => ({ ...keyOf(each), number: each.number });
