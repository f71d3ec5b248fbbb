// How many a unit may register (R261) and whether it takes part at all (R264); it must not know persons.
import type { ContestantStatus } from '../record/record.ts';
import type { RegistrationState } from './acts.ts';

export interface PlacesTaken {
	/** Registrations of contestants that were sent and not settled yet, those returned included: their places are kept. */
	waiting: number;
	/** Contestants of the unit who have neither withdrawn nor been disqualified. */
	expected: number;
	/** Reserve members that were sent, returned or approved and have not stepped in. */
	reserves: number;
}

export interface PlacesGiven {
	/** Most contestants; 0: nobody. Null without a quota. */
	quota: number | null;
	/** Most reserve members, beyond the quota. */
	reserves: number;
}

interface Registered {
	unitId: string;
	state: RegistrationState;
	isReserve: boolean;
	contestantId: string | null;
}

/** Who still takes part, or may: neither withdrawn nor disqualified. */
export function isExpected({ status }: { status: ContestantStatus }): boolean {
	return status !== 'withdrawn' && status !== 'disqualified';
}

/** A returned registration keeps the place it was sent for. */
export function isWaiting({ state }: { state: RegistrationState }): boolean {
	return state === 'sent' || state === 'returned';
}

export function placesTaken(
	unitId: string,
	registrations: readonly Registered[],
	contestants: readonly { unitId: string; status: ContestantStatus }[]
): PlacesTaken {
	const own = registrations.filter((each) => each.unitId === unitId);
	const standsBy = (each: Registered) => isWaiting(each) || (each.state === 'approved' && each.contestantId === null);
	return {
		waiting: own.filter((each) => !each.isReserve && isWaiting(each)).length,
		expected: contestants.filter((each) => each.unitId === unitId && isExpected(each)).length,
		reserves: own.filter((each) => each.isReserve && standsBy(each)).length
	};
}

/** R261: whether one more may be sent. A unit that is asked for nobody has no reserve members either. */
export function hasPlace(isReserve: boolean, taken: PlacesTaken, given: PlacesGiven): boolean {
	if (given.quota === 0) return false;
	if (isReserve) return taken.reserves < given.reserves;
	return given.quota === null || taken.waiting + taken.expected < given.quota;
}

/** R264: a unit takes part while the day of the contest lies in its time; days as yyyy-mm-dd, the last one included. */
export function existsOn(day: string, unit: { validFrom: string | null; validUntil: string | null }): boolean {
	return (unit.validFrom === null || unit.validFrom <= day) && (unit.validUntil === null || day <= unit.validUntil);
}
