// The picture of a question, for whoever sees the question at that moment (R331): before it is shown only who may see the bank. The same picture is
// asked for by a whole hall at once, so what was shown is held here for a while.
import type { QuestionId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { may } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readFileRow, readWholeFile } from '../stores/files.ts';
import { readPictureOf, type PictureOfQuestion } from '../stores/question-pictures.ts';

export interface ServedPicture {
	headers: Record<string, string>;
	bytes: Uint8Array<ArrayBuffer>;
}

/** Of at most 150 KB each. */
const mostHeld = 16;
const shown = new Map<QuestionId, PictureOfQuestion>();
const held = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>();

/** Whoever may not see it learns no more than that there is nothing. */
export async function questionPicture(app: App, seat: Seat, questionId: string): Promise<ServedPicture | Refusal> {
	const isId = /^[0-9a-f-]{36}$/.test(questionId);
	const picture = isId ? await findPicture(app, questionId) : null;
	if (!picture) return refuse('input/not-found');
	const { contestId, isShown } = picture;
	if (!may(seat, isShown ? 'pictures:see' : 'bank:see', contestId)) return refuse('input/not-found');
	const bytes = await readHeld(app, picture);
	if (!bytes) return refuse('input/not-found');
	return {
		headers: {
			'content-type': 'image/webp',
			'content-length': String(bytes.length),
			'content-security-policy': "default-src 'none'; sandbox",
			'x-content-type-options': 'nosniff',
			// A version of a question never changes its picture; what is not shown yet is kept by nobody.
			'cache-control': isShown ? 'private, max-age=86400, immutable' : 'private, no-store'
		},
		bytes
	};
}

/** What was shown stays shown. */
async function findPicture(app: App, questionId: QuestionId): Promise<PictureOfQuestion | null> {
	const known = shown.get(questionId);
	if (known) return known;
	const picture = await readPictureOf(app.database.drizzle, questionId);
	if (picture?.isShown) hold(shown, questionId, picture);
	return picture;
}

function readHeld(app: App, { contestId, fileId }: PictureOfQuestion): Promise<Uint8Array<ArrayBuffer> | null> {
	const known = held.get(fileId);
	if (known) return known;
	const read = readBytes(app, contestId, fileId);
	hold(held, fileId, read);
	read.catch(() => held.delete(fileId));
	return read;
}

async function readBytes(app: App, contestId: string, fileId: string): Promise<Uint8Array<ArrayBuffer> | null> {
	const row = await readFileRow(app.database.drizzle, contestId, fileId);
	return row && readWholeFile(app.database.drizzle, row);
}

/** The oldest goes first. */
function hold<Held>(all: Map<string, Held>, id: string, each: Held): void {
	all.set(id, each);
	const [oldest] = all.keys();
	if (all.size > mostHeld && oldest !== undefined) all.delete(oldest);
}
