// Who speaks for a unit, how many it may enter, and from when until when it exists; its link stays what it is.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { readTypedDate } from '../../formats/typed-date.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { upsertContact } from '../stores/contacts.ts';
import { readUnits, updateUnit } from '../stores/people.ts';
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

const typedDay = z
	.string()
	.max(20)
	.transform((text, context) => {
		if (text.trim() === '') return null;
		const day = readTypedDate(text);
		if (day !== null) return day;
		context.addIssue({ code: 'custom', message: 'no day' });
		return z.NEVER;
	});

const input = z.strictObject({
	contestId: z.uuid(),
	/** Code of the unit. */
	unit: z.string().min(1).max(100),
	name: optionalLine(120),
	phone: optionalLine(40),
	email: optionalLine(120),
	/** Empty: without a quota. */
	quota: z
		.string()
		.regex(/^\s*\d{0,4}\s*$/)
		.transform((text) => (text.trim() === '' ? null : Number(text))),
	validFrom: typedDay,
	validUntil: typedDay
});

export async function saveUnitContact(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ unit: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, unit: code, quota, validFrom, validUntil, ...person } = read;
	if (validFrom !== null && validUntil !== null && validUntil < validFrom)
		return refuse('input/not-valid', {}, 'validUntil');
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async ({ db, record }) => {
		const unit = (await readUnits(db, contestId)).find((each) => each.code === code);
		if (!unit) return refuse('input/not-found');
		await updateUnit(db, unit.id, { quota, validFrom, validUntil });
		await upsertContact(db, { contestId, unitId: unit.id, ...person });
		record('unit-contact-saved', { unit: code, name: person.name, quota, validFrom, validUntil });
		return { unit: unit.name };
	});
}
