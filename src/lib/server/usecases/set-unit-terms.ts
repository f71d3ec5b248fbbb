// How many contestants a unit may enter, and from when until when it exists.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { readTypedDate } from '../../formats/typed-date.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readUnits, updateUnit } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';

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
	/** Empty: without a quota. */
	quota: z
		.string()
		.regex(/^\s*\d{0,4}\s*$/)
		.transform((text) => (text.trim() === '' ? null : Number(text))),
	validFrom: typedDay,
	validUntil: typedDay
});

export async function setUnitTerms(app: App, seat: Seat, given: unknown): Promise<Changed<{ unit: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, unit: code, quota, validFrom, validUntil } = read;
	if (validFrom !== null && validUntil !== null && validUntil < validFrom)
		return refuse('input/not-valid', {}, 'validUntil');
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async ({ db, record }) => {
		const unit = (await readUnits(db, contestId)).find((each) => each.code === code);
		if (!unit) return refuse('input/not-found');
		await updateUnit(db, unit.id, { quota, validFrom, validUntil });
		record('unit-terms-set', { unit: code, quota, validFrom, validUntil });
		return { unit: unit.name };
	});
}
