// What a contact's acts on one registration share: whose it is, its version, and the time for it. It must not know the act.
import { isPossible, type RegistrationAct } from '../../../contest/registration/acts.ts';
import { existsOn } from '../../../contest/registration/places.ts';
import { mayStillChange, windowState, type WindowState } from '../../../contest/registration/window.ts';
import { isRefusal, refuse, type Refusal } from '../../../contest/refusal.ts';
import type { ContactSeat } from '../../seat.ts';
import { readUnits, type UnitRow } from '../../stores/people.ts';
import {
	readRegistrations,
	readRegistrationTerms,
	type RegistrationRow,
	type RegistrationTermsRow
} from '../../stores/registrations.ts';
import type { Change } from '../change-contest.ts';

export interface OwnUnit {
	unit: UnitRow;
	terms: RegistrationTermsRow;
	window: WindowState;
	/** Of the whole contest. */
	registrations: RegistrationRow[];
}

/** R260, R264: the unit of the seat, where it may register at all. */
export async function readOwnUnit({ db, contest, now }: Change, seat: ContactSeat): Promise<OwnUnit | Refusal> {
	const unit = (await readUnits(db, contest.id)).find(({ id }) => id === seat.unitId);
	const terms = await readRegistrationTerms(db, contest.id);
	if (!unit || !terms || !existsOn(contest.heldOn, unit)) return refuse('registration/not-open');
	const times = { opensAt: terms.opensAt?.getTime() ?? null, closesAt: terms.closesAt?.getTime() ?? null };
	return { unit, terms, window: windowState(times, now), registrations: await readRegistrations(db, contest.id) };
}

/** R262, R268: the registration as it was seen, where the act is possible. */
export function asSeen(
	registrations: RegistrationRow[],
	seen: { id: string; version: number },
	act: RegistrationAct
): RegistrationRow | Refusal {
	const row = registrations.find(({ id }) => id === seen.id);
	if (!row) return refuse('input/not-found');
	if (row.version !== seen.version) return refuse('registration/changed-elsewhere', { name: row.fullName });
	return isPossible(act, row.state) ? row : refuse('registration/not-now', { name: row.fullName });
}

/** The same of the own unit, in time. */
export function ownAsSeen(
	{ unit, window, registrations }: OwnUnit,
	seen: { id: string; version: number },
	act: 'change' | 'send'
): RegistrationRow | Refusal {
	const own = registrations.filter(({ unitId }) => unitId === unit.id);
	const row = asSeen(own, seen, act);
	if (isRefusal(row)) return row;
	return mayStillChange(window, row.state === 'returned') ? row : refuse('registration/not-open');
}
