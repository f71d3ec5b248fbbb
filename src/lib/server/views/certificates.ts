// What certificates say, whether there is a picture behind it, and to whom they go; the picture itself for whoever prints papers.
import type { ContestId } from '../../contest/ids.ts';
import { firstCertificate, type CertificateDesign } from '../../contest/paper/certificate.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readFileRow } from '../stores/files.ts';
import { readCertificate } from '../stores/letterheads.ts';
import { serveFile, type ServedFile } from './served-file.ts';

export interface ContestCertificate {
	design: CertificateDesign;
	hasBackground: boolean;
	mayEdit: boolean;
}

export async function contestCertificate(
	app: App,
	seat: Seat,
	contestId: ContestId
): Promise<ContestCertificate | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const written = await readCertificate(app.database.drizzle, contestId);
	return {
		design: written?.content ?? firstCertificate,
		hasBackground: (written?.background ?? null) !== null,
		mayEdit: may(seat, 'papers:prepare', contestId)
	};
}

export async function certificateBackground(app: App, seat: Seat, contestId: ContestId): Promise<ServedFile | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const background = (await readCertificate(db, contestId))?.background;
	const file = background ? await readFileRow(db, contestId, background) : null;
	return file ? serveFile(app, file, { how: 'inline' }) : refuse('input/not-found');
}
