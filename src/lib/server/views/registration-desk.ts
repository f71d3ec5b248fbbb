// Registrations as the organisers see them: the queue with whoever looks entered twice, units with their contacts, reserves, and what is asked.
// Never a link: only when it was made.
import { coverageOf, inTree } from '../../contest/coverage.ts';
import type { RegistrationState } from '../../contest/registration/acts.ts';
import { sameAs } from '../../contest/registration/duplicates.ts';
import { existsOn, placesTaken } from '../../contest/registration/places.ts';
import { nothingAsked, type RegistrationQuestion } from '../../contest/registration/questions.ts';
import { windowState, type WindowState } from '../../contest/registration/window.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Group } from '../../contest/rules/rules.ts';
import { formatIsoDate } from '../../formats/vietnamese-date.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContacts } from '../stores/contacts.ts';
import { readContest } from '../stores/contests.ts';
import { readContestants, readUnits, type ContestantRow } from '../stores/people.ts';
import { readRegistrations, readRegistrationTerms, type RegistrationRow } from '../stores/registrations.ts';

export interface QueuedRegistration {
	id: string;
	version: number;
	name: string;
	unit: string;
	isReserve: boolean;
	birthDate: string;
	gender: string;
	position: string;
	phone: string;
	email: string;
	category: string | null;
	route: 'promoted' | 'direct';
	answers: { question: RegistrationQuestion; answer: string }[];
	/** ms since the epoch. */
	sentAt: number;
	wasReturned: boolean;
	has: { photo: boolean; confirmation: boolean };
	/** R265: contestants it may be, and other registrations that wait. */
	same: { number: string | null; name: string; unit: string }[];
}

export interface DeskUnit {
	code: string;
	name: string;
	kind: string;
	depth: number;
	quota: number | null;
	validFrom: string;
	validUntil: string;
	exists: boolean;
	/** `linkMadeAt` in ms since the epoch; null without a good link. */
	contacts: { id: string; name: string; phone: string; email: string; linkMadeAt: number | null }[];
	contestants: number;
	waiting: number;
	reserves: number;
	/** R252, R269: expected to enter somebody, and has not sent anybody. */
	isMissing: boolean;
}

export interface RegistrationDesk {
	contestId: string;
	version: number;
	isOver: boolean;
	terms: {
		/** 0: none are set. */
		version: number;
		opensAt: number | null;
		closesAt: number | null;
		reserves: number;
		questions: RegistrationQuestion[];
		wantsPhoto: boolean;
		wantsConfirmation: boolean;
	};
	window: WindowState;
	coverage: { covered: number; missing: number };
	counts: Record<RegistrationState, number>;
	queue: QueuedRegistration[];
	/** Approved reserve members who stand by, with the numbers of those whose place they may take. */
	reserves: { id: string; version: number; name: string; unit: string; places: { number: string; name: string }[] }[];
	units: DeskUnit[];
	categories: Group[];
}

export async function registrationDesk(app: App, seat: Seat, contestId: string): Promise<RegistrationDesk | Refusal> {
	const denied = refuseUnless(seat, 'registrations:settle', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const [terms, registrations, contestants, units, contacts] = await Promise.all([
		readRegistrationTerms(db, contestId),
		readRegistrations(db, contestId),
		readContestants(db, contestId),
		readUnits(db, contestId),
		readContacts(db, contestId)
	]);
	const byUnit = Map.groupBy(contacts, ({ unitId }) => unitId);
	const entries = units
		.map((unit) => ({ ...unit, taken: placesTaken(unit.id, registrations, contestants) }))
		.map((unit) => ({ ...unit, expected: unit.taken.expected + unit.taken.waiting }));
	const coverage = coverageOf(entries.filter((unit) => existsOn(contest.heldOn, unit)));
	const missing = new Set(coverage.missing.map(({ id }) => id));
	const times = { opensAt: terms?.opensAt?.getTime() ?? null, closesAt: terms?.closesAt?.getTime() ?? null };
	const { wantsPhoto, wantsConfirmation, questions } = terms ?? { ...nothingAsked, questions: [] };
	const sent = registrations.filter(({ state }) => state === 'sent');
	return {
		contestId,
		version: contest.version,
		isOver: contest.publishedAt !== null,
		terms: {
			version: terms?.version ?? 0,
			...times,
			reserves: terms?.reserves ?? 0,
			questions,
			wantsPhoto,
			wantsConfirmation
		},
		window: windowState(terms && times, app.clock.now()),
		coverage: { covered: coverage.covered.length, missing: coverage.missing.length },
		counts: countsOf(registrations),
		queue: sent.map((row) => queued(row, questions, contestants, sent)),
		reserves: registrations
			.filter(({ state, isReserve, contestantId }) => state === 'approved' && isReserve && contestantId === null)
			.map(({ id, version, fullName, unitId, unitName }) => {
				return { id, version, name: fullName, unit: unitName, places: openPlaces(unitId, contestants, registrations) };
			}),
		units: inTree(entries).map(({ unit, depth }) => ({
			...{ code: unit.code, name: unit.name, kind: unit.kind, depth, quota: unit.quota },
			validFrom: unit.validFrom === null ? '' : formatIsoDate(unit.validFrom),
			validUntil: unit.validUntil === null ? '' : formatIsoDate(unit.validUntil),
			exists: existsOn(contest.heldOn, unit),
			contacts: (byUnit.get(unit.id) ?? []).map(({ id, name, phone, email, linkMadeAt }) => ({
				...{ id, name, phone, email, linkMadeAt: linkMadeAt?.getTime() ?? null }
			})),
			contestants: unit.taken.expected,
			waiting: unit.taken.waiting,
			reserves: unit.taken.reserves,
			isMissing: missing.has(unit.id)
		})),
		categories: contest.rules.categories
	};
}

function countsOf(registrations: RegistrationRow[]): Record<RegistrationState, number> {
	const counts = { draft: 0, sent: 0, returned: 0, approved: 0, withdrawn: 0 };
	for (const { state } of registrations) counts[state]++;
	return counts;
}

const keyOf = <Row extends { fullName: string; birthDate: string | null; unitId: string }>(row: Row) => ({
	row,
	nameKey: foldVietnamese(row.fullName),
	birthDate: row.birthDate,
	unit: row.unitId
});

function queued(
	row: RegistrationRow,
	questions: RegistrationQuestion[],
	contestants: ContestantRow[],
	sent: RegistrationRow[]
): QueuedRegistration {
	const others = sent.filter(({ id }) => id !== row.id);
	const { id, version, isReserve, position, phone, email, category, route } = row;
	return {
		...{ id, version, isReserve, position, phone, email, category, route },
		name: row.fullName,
		unit: row.unitName,
		birthDate: row.birthDate === null ? '' : formatIsoDate(row.birthDate),
		gender: row.gender ?? '',
		answers: questions.map((question) => ({ question, answer: row.answers[question.id] ?? '' })),
		sentAt: row.sentAt?.getTime() ?? 0,
		has: { photo: row.photoId !== null, confirmation: row.confirmationId !== null },
		wasReturned: row.returnedReason !== '',
		same: [
			...sameAs(keyOf(row), contestants.map(keyOf)).map((same) => ({ ...saidOf(same.row), number: same.row.number })),
			...sameAs(keyOf(row), others.map(keyOf)).map((same) => ({ ...saidOf(same.row), number: null }))
		]
	};
}

const saidOf = ({ fullName, unitName }: { fullName: string; unitName: string }) => ({ name: fullName, unit: unitName });

/** R267: of the unit, not competing, and not taken yet. */
function openPlaces(unitId: string, contestants: ContestantRow[], registrations: RegistrationRow[]) {
	const taken = new Set(registrations.map(({ inPlaceOfId }) => inPlaceOfId));
	return contestants
		.filter((row) => row.unitId === unitId && row.status !== 'competing' && !taken.has(row.id))
		.map(({ number, fullName }) => ({ number, name: fullName }));
}
