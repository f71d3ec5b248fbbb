// What a contact sees: the own unit, what is asked, and the people it registers, with what each still lacks. Nobody of another unit.
import { isPossible, type RegistrationState } from '../../contest/registration/acts.ts';
import { existsOn, placesTaken, type PlacesTaken } from '../../contest/registration/places.ts';
import {
	missingOf,
	nothingAsked,
	type Answers,
	type Missing,
	type RegistrationQuestion
} from '../../contest/registration/questions.ts';
import { mayStillChange, windowState, type WindowState } from '../../contest/registration/window.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Group } from '../../contest/rules/rules.ts';
import { formatIsoDate } from '../../formats/vietnamese-date.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readContestants, readUnits } from '../stores/people.ts';
import { readRegistrations, readRegistrationTerms, type RegistrationRow } from '../stores/registrations.ts';

export interface OwnRegistration {
	id: string;
	version: number;
	state: RegistrationState;
	isReserve: boolean;
	fullName: string;
	gender: string;
	/** dd/mm/yyyy; empty where it is not known. */
	birthDate: string;
	position: string;
	phone: string;
	email: string;
	category: string;
	route: 'promoted' | 'direct';
	answers: Answers;
	/** Why it came back; empty unless it is to be put right now. */
	returnedReason: string;
	missing: Missing[];
	has: { photo: boolean; confirmation: boolean };
	/** Of the contestant it has become. */
	number: string | null;
	can: { change: boolean; withdraw: boolean };
}

export interface OwnUnitPage {
	contest: { name: string; organiser: string; heldOn: string };
	unit: string;
	contact: string;
	window: WindowState;
	/** ms since the epoch. */
	opensAt: number | null;
	closesAt: number | null;
	quota: number | null;
	reserves: number;
	taken: PlacesTaken;
	/** Contestants of the unit whom the organisers entered themselves. */
	entered: { number: string; name: string }[];
	questions: RegistrationQuestion[];
	wantsPhoto: boolean;
	wantsConfirmation: boolean;
	categories: Group[];
	registrations: OwnRegistration[];
}

export async function ownUnit(app: App, seat: Seat): Promise<OwnUnitPage | Refusal> {
	if (seat.kind !== 'contact')
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const { contestId, unitId } = seat;
	const denied = refuseUnless(seat, 'registrations:fill', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const unit = (await readUnits(db, contestId)).find(({ id }) => id === unitId);
	if (!contest || !unit) return refuse('input/not-found');
	const [terms, registrations, contestants] = await Promise.all([
		readRegistrationTerms(db, contestId),
		readRegistrations(db, contestId),
		readContestants(db, contestId)
	]);
	const own = registrations.filter((row) => row.unitId === unitId);
	const numbers = new Map(contestants.map(({ id, number }) => [id, number]));
	const times = { opensAt: terms?.opensAt?.getTime() ?? null, closesAt: terms?.closesAt?.getTime() ?? null };
	const isAsked = terms !== null && existsOn(contest.heldOn, unit) && contest.publishedAt === null;
	const window = windowState(isAsked ? times : null, app.clock.now());
	const asked = terms ?? nothingAsked;
	const { categories } = contest.rules;
	const registered = new Set(own.map(({ contestantId }) => contestantId));
	return {
		contest: { name: contest.name, organiser: contest.organiser, heldOn: contest.heldOn },
		unit: unit.name,
		contact: seat.name === unit.name ? '' : seat.name,
		window,
		...times,
		quota: unit.quota,
		reserves: terms?.reserves ?? 0,
		taken: placesTaken(unitId, registrations, contestants),
		entered: contestants
			.filter((row) => row.unitId === unitId && !registered.has(row.id))
			.map(({ number, fullName }) => ({ number, name: fullName })),
		questions: [...asked.questions],
		wantsPhoto: asked.wantsPhoto,
		wantsConfirmation: asked.wantsConfirmation,
		categories,
		registrations: own.map((row) => ({
			...shownOf(row),
			missing: missingOf(
				row,
				asked,
				categories.map(({ code }) => code)
			),
			has: { photo: row.photoId !== null, confirmation: row.confirmationId !== null },
			number: (row.contestantId && numbers.get(row.contestantId)) ?? null,
			can: {
				change: isPossible('change', row.state) && mayStillChange(window, row.state === 'returned'),
				withdraw: isPossible('withdraw', row.state) && contest.publishedAt === null
			}
		}))
	};
}

function shownOf(row: RegistrationRow): Omit<OwnRegistration, 'missing' | 'has' | 'number' | 'can'> {
	const { id, version, state, isReserve, fullName, position, phone, email, route, answers } = row;
	return {
		...{ id, version, state, isReserve, fullName, position, phone, email, route, answers },
		gender: row.gender ?? '',
		birthDate: row.birthDate === null ? '' : formatIsoDate(row.birthDate),
		category: row.category ?? '',
		returnedReason: state === 'returned' ? row.returnedReason : ''
	};
}
