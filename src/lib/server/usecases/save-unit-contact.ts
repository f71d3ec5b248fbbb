// Who speaks for a unit: one person more, or one who is known; the link stays what it is.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { insertContacts, readContacts, updateContact } from '../stores/contacts.ts';
import { readUnits } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { lineText } from './setup-input.ts';

const optionalLine = (longest: number) =>
	lineText(longest).or(
		z
			.string()
			.regex(/^\s*$/)
			.transform(() => '')
	);

const input = z.strictObject({
	contestId: z.uuid(),
	/** Code of the unit. */
	unit: z.string().min(1).max(100),
	/** Empty for somebody new. */
	contact: z.uuid().or(z.literal('')),
	name: lineText(120),
	phone: optionalLine(40),
	email: optionalLine(120)
});

/** As many as one unit may have: whoever needs more has mistaken the form for a list of members. */
const mostContacts = 10;

export async function saveUnitContact(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ unit: string; name: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, unit: code, contact: id, ...person } = read;
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async ({ db, record }) => {
		const unit = (await readUnits(db, contestId)).find((each) => each.code === code);
		if (!unit) return refuse('input/not-found');
		const own = (await readContacts(db, contestId)).filter(({ unitId }) => unitId === unit.id);
		const known = own.find((each) => each.id === id);
		if (id !== '' && !known) return refuse('input/not-found');
		if (!known && own.length >= mostContacts) return refuse('input/not-valid', {}, 'name');
		if (known) await updateContact(db, known.id, person);
		else await insertContacts(db, [{ contestId, unitId: unit.id, ...person }]);
		record('unit-contact-saved', { unit: code, name: person.name, ...(known && { before: known.name }) });
		return { unit: unit.name, name: person.name };
	});
}
