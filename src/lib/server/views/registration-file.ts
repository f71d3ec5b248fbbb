// A file of a registration, for its unit's contact and for who settles registrations; nobody else learns that it is there.
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readFileRow } from '../stores/files.ts';
import { readRegistrations } from '../stores/registrations.ts';
import { serveFile, type ServedFile } from './served-file.ts';

/** A contact's contest and unit are those of the seat. */
export async function registrationFile(
	app: App,
	seat: Seat,
	asked: { contestId?: string; id: string | null; what: string | null }
): Promise<ServedFile | Refusal> {
	const isContact = seat.kind === 'contact';
	const contestId = isContact ? seat.contestId : (asked.contestId ?? '');
	const denied = refuseUnless(seat, isContact ? 'registrations:fill' : 'registrations:settle', contestId);
	if (isRefusal(denied)) return denied;
	const db = app.database.drizzle;
	const row = (await readRegistrations(db, contestId)).find(
		({ id, unitId }) => id === asked.id && (!isContact || unitId === seat.unitId)
	);
	const fileId = asked.what === 'photo' ? row?.photoId : asked.what === 'confirmation' ? row?.confirmationId : null;
	const file = fileId ? await readFileRow(db, contestId, fileId) : null;
	return file ? serveFile(app, file, { how: 'inline' }) : refuse('input/not-found');
}
