// Links by which the contacts of units register: made new, in place of earlier ones, or ended, each by itself; a link is returned once and kept only as its hash.
import { z } from 'zod';
import { coverageOf } from '../../contest/coverage.ts';
import { existsOn } from '../../contest/registration/places.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { hashSecret, makeSecret } from '../secrets.ts';
import type { Seat } from '../seat.ts';
import {
	insertContacts,
	readContacts,
	revokeContactSessions,
	updateContact,
	type ContactRow
} from '../stores/contacts.ts';
import { readUnits, type UnitRow } from '../stores/people.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';

const codes = z.array(z.string().min(1).max(100)).min(1).max(5_000);

const issueInput = z.union([
	z.strictObject({
		contestId: z.uuid(),
		/** Everybody who speaks for these units, by code, or for every unit that is expected to enter somebody and has no link. */
		units: z.union([z.literal('missing'), codes])
	}),
	z.strictObject({ contestId: z.uuid(), contact: z.uuid() })
]);

export interface ContactLink {
	unit: { code: string; name: string };
	/** Whose link it is; empty where nobody is named. */
	name: string;
	/** 256 random bits. */
	link: string;
}

/** R324: whoever came in with an earlier link of these people is out at once. A unit for which nobody is named gets a link all the same. */
export async function issueContactLinks(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<ContactLink[]> | Refusal> {
	const read = readInput(issueInput, given);
	if (isRefusal(read)) return read;
	const { contestId } = read;
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async (change) => {
		const { db, now, record } = change;
		const holders = await holdersOf(change, read);
		if (isRefusal(holders)) return holders;
		const linkMadeAt = new Date(now);
		const links = holders.map((holder) => ({ ...holder, link: makeSecret() }));
		const known = links.flatMap(({ contact, link }) => (contact ? [{ id: contact.id, link }] : []));
		await revokeContactSessions(
			db,
			known.map(({ id }) => id),
			linkMadeAt
		);
		for (const { id, link } of known) await updateContact(db, id, { linkHash: hashSecret(link), linkMadeAt });
		await insertContacts(
			db,
			links
				.filter(({ contact }) => contact === null)
				.map(({ unit, link }) => ({ contestId, unitId: unit.id, linkHash: hashSecret(link), linkMadeAt }))
		);
		record('contact-links-issued', {
			to: holders.map(({ unit, contact }) => ({ unit: unit.code, name: contact?.name ?? '' }))
		});
		return links.map(({ unit: { code, name }, contact, link }) => {
			return { unit: { code, name }, name: contact?.name ?? '', link };
		});
	});
}

interface Holder {
	unit: UnitRow;
	/** Null: nobody is named yet. */
	contact: ContactRow | null;
}

async function holdersOf(change: Change, wanted: z.output<typeof issueInput>): Promise<Holder[] | Refusal> {
	const contacts = await readContacts(change.db, change.contest.id);
	if ('contact' in wanted) return holderOf(change, contacts, wanted.contact);
	const units =
		wanted.units === 'missing' ? await unitsWithoutLink(change, contacts) : await unitsOf(change, wanted.units);
	if (isRefusal(units)) return units;
	const byUnit = Map.groupBy(contacts, ({ unitId }) => unitId);
	return units.flatMap((unit) => (byUnit.get(unit.id) ?? [null]).map((contact) => ({ unit, contact })));
}

async function holderOf(
	{ db, contest }: Change,
	contacts: ContactRow[],
	id: string
): Promise<{ unit: UnitRow; contact: ContactRow }[] | Refusal> {
	const contact = contacts.find((each) => each.id === id);
	const unit = contact && (await readUnits(db, contest.id)).find((each) => each.id === contact.unitId);
	return unit ? [{ unit, contact }] : refuse('input/not-found');
}

const oneInput = z.strictObject({ contestId: z.uuid(), contact: z.uuid() });

/** R324: ends one person's link and whoever is in by it. */
export async function voidContactLink(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ unit: string; name: string }> | Refusal> {
	return endLink(app, seat, given, 'void');
}

/** The same for good: the person speaks for the unit no longer. */
export async function removeContact(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ unit: string; name: string }> | Refusal> {
	return endLink(app, seat, given, 'remove');
}

async function endLink(app: App, seat: Seat, given: unknown, how: 'void' | 'remove') {
	const read = readInput(oneInput, given);
	if (isRefusal(read)) return read;
	const { contestId, contact: id } = read;
	const request = { contestId, permission: 'registrations:settle' as const, staysPossible: true as const };
	return changeContest(app, seat, request, async (change) => {
		const { db, now, record } = change;
		const found = await holderOf(change, await readContacts(db, contestId), id);
		const [holder] = isRefusal(found) ? [] : found;
		if (!holder || (how === 'void' && holder.contact.linkHash === null)) return refuse('input/not-found');
		const at = new Date(now);
		await updateContact(db, id, { linkHash: null, linkMadeAt: null, ...(how === 'remove' && { removedAt: at }) });
		await revokeContactSessions(db, [id], at);
		const { unit, contact } = holder;
		record(how === 'void' ? 'contact-link-voided' : 'contact-removed', { unit: unit.code, name: contact.name });
		return { unit: unit.name, name: contact.name };
	});
}

async function unitsOf({ db, contest }: Change, wanted: string[]): Promise<UnitRow[] | Refusal> {
	const asked = new Set(wanted);
	const units = (await readUnits(db, contest.id)).filter(({ code }) => asked.has(code));
	return units.length === asked.size ? units : refuse('input/not-found');
}

/** R252, R264: of the units that are expected to enter somebody. */
async function unitsWithoutLink({ db, contest }: Change, contacts: ContactRow[]): Promise<UnitRow[]> {
	const linked = new Set(contacts.filter(({ linkHash }) => linkHash !== null).map(({ unitId }) => unitId));
	const units = (await readUnits(db, contest.id)).filter((unit) => existsOn(contest.heldOn, unit));
	const asked = coverageOf(units.map((unit) => ({ ...unit, expected: 0 }))).missing;
	return asked.filter(({ id }) => !linked.has(id));
}
