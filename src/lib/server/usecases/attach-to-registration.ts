// A contact hands in the photo of a person, or the paper by which the committee of the unit confirms them (R260, R262, R268).
import { z } from 'zod';
import { pictureKinds, type FileKind } from '../../contest/entries/file-kind.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { makeLimiter } from '../limits.ts';
import type { Seat } from '../seat.ts';
import { updateRegistration } from '../stores/registrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { noteRefusedFile } from './note-refused-file.ts';
import { readInput } from './read-input.ts';
import { ownAsSeen, readOwnUnit } from './registering/own-registration.ts';
import { keepFile, takeFile, type GivenFile } from './take-file.ts';

const input = z.strictObject({ id: z.uuid(), version: z.int(), what: z.enum(['photo', 'confirmation']) });

/** Below what one request of a form may bring. */
const mostBytes = 7 * 1024 * 1024;
const wishes: Record<'photo' | 'confirmation', { kinds: readonly FileKind[]; longestSide: number }> = {
	photo: { kinds: ['jpeg', 'png'], longestSide: 1_200 },
	/** Handwriting and a stamp stay readable. */
	confirmation: { kinds: ['pdf', ...pictureKinds], longestSide: 2_400 }
};
const filesPerContact = makeLimiter({ size: 20, refillMs: 10_000 });

/** The new file takes the place of the one before, which stays stored. */
export async function attachToRegistration(
	app: App,
	seat: Seat,
	given: unknown,
	file: GivenFile
): Promise<Changed<{ id: string; version: number }> | Refusal> {
	if (seat.kind !== 'contact')
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	if (!filesPerContact.take(seat.contactId)) return refuse('access/too-many-tries');
	const { what, ...seen } = read;
	const taken = await takeFile(file, { ...wishes[what], mostBytes });
	if (isRefusal(taken)) {
		const { name, size } = file;
		noteRefusedFile(app, seat, { contestId: seat.contestId, for: what, name, size, why: taken.refused });
		return taken;
	}
	const request = { contestId: seat.contestId, permission: 'registrations:fill' as const };
	return changeContest(app, seat, request, async (change) => {
		const own = await readOwnUnit(change, seat);
		if (isRefusal(own)) return own;
		const row = ownAsSeen(own, seen, 'change');
		if (isRefusal(row)) return row;
		const fileId = await keepFile(change, taken);
		const place = what === 'photo' ? { photoId: fileId } : { confirmationId: fileId };
		await updateRegistration(change.db, seat.contestId, row.id, place);
		const told = { registrationId: row.id, unit: own.unit.code, what, sha256: taken.sha256 };
		change.record('registration-file-attached', told);
		return { id: row.id, version: row.version + 1 };
	});
}
