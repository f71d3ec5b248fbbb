// Links by which units register: made new, in place of earlier ones, or ended; a link is returned once and kept only as its hash.
import { z } from 'zod';
import { coverageOf } from '../../contest/coverage.ts';
import { existsOn } from '../../contest/registration/places.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { hashSecret, makeSecret } from '../secrets.ts';
import type { Seat } from '../seat.ts';
import { readContacts, revokeContactSessions, upsertContactLinks, voidContactLinks } from '../stores/contacts.ts';
import { readUnits, type UnitRow } from '../stores/people.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';

const codes = z.array(z.string().min(1).max(100)).min(1).max(5_000);

const issueInput = z.strictObject({
	contestId: z.uuid(),
	/** Codes of units, or every unit that is expected to enter somebody and has no link. */
	units: z.union([z.literal('missing'), codes])
});

export interface ContactLink {
	unit: { code: string; name: string };
	/** Who speaks for it; empty where nobody is named. */
	name: string;
	/** 256 random bits. */
	link: string;
}

/** Whoever came in with an earlier link of these units is out at once. */
export async function issueContactLinks(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<ContactLink[]> | Refusal> {
	const read = readInput(issueInput, given);
	if (isRefusal(read)) return read;
	const { contestId, units: wanted } = read;
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async (change) => {
		const { db, now, record } = change;
		const units = wanted === 'missing' ? await unitsWithoutLink(change) : await unitsOf(change, wanted);
		if (isRefusal(units)) return units;
		const contacts = new Map((await readContacts(db, contestId)).map((contact) => [contact.unitId, contact]));
		const links = units.map((unit) => ({ unit, link: makeSecret() }));
		await revokeContactSessions(
			db,
			units.map(({ id }) => id),
			new Date(now)
		);
		await upsertContactLinks(
			db,
			links.map(({ unit, link }) => {
				return { contestId, unitId: unit.id, linkHash: hashSecret(link), linkMadeAt: new Date(now) };
			})
		);
		record('contact-links-issued', { units: units.map(({ code }) => code) });
		return links.map(({ unit: { id, code, name }, link }) => {
			return { unit: { code, name }, name: contacts.get(id)?.name ?? '', link };
		});
	});
}

const voidInput = z.strictObject({ contestId: z.uuid(), unit: z.string().min(1).max(100) });

/** Ends a unit's link and whoever is in by it. */
export async function voidContactLink(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ unit: string }> | Refusal> {
	const read = readInput(voidInput, given);
	if (isRefusal(read)) return read;
	const { contestId, unit: code } = read;
	const request = { contestId, permission: 'registrations:settle' as const, staysPossible: true as const };
	return changeContest(app, seat, request, async (change) => {
		const units = await unitsOf(change, [code]);
		if (isRefusal(units)) return units;
		const ids = units.map(({ id }) => id);
		if ((await voidContactLinks(change.db, contestId, ids)) === 0) return refuse('input/not-found');
		await revokeContactSessions(change.db, ids, new Date(change.now));
		change.record('contact-link-voided', { unit: code });
		return { unit: units[0]?.name ?? '' };
	});
}

async function unitsOf({ db, contest }: Change, wanted: string[]): Promise<UnitRow[] | Refusal> {
	const asked = new Set(wanted);
	const units = (await readUnits(db, contest.id)).filter(({ code }) => asked.has(code));
	return units.length === asked.size ? units : refuse('input/not-found');
}

/** R252, R264: of the units that are expected to enter somebody. */
async function unitsWithoutLink({ db, contest }: Change): Promise<UnitRow[]> {
	const contacts = await readContacts(db, contest.id);
	const linked = new Set(contacts.filter(({ linkHash }) => linkHash !== null).map(({ unitId }) => unitId));
	const units = (await readUnits(db, contest.id)).filter((unit) => existsOn(contest.heldOn, unit));
	const asked = coverageOf(units.map((unit) => ({ ...unit, expected: 0 }))).missing;
	return asked.filter(({ id }) => !linked.has(id));
}
