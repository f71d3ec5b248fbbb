// Pictures of questions: drawn for screens before anything is locked, kept once however often they are handed in, and read back for files (R330). It must
// not know who may see them.
import { createHash } from 'node:crypto';
import { isPicture, pictureKinds } from '../../contest/entries/file-kind.ts';
import { safeFileName } from '../../contest/entries/file-name.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { QuestionPicture } from '../../contest/question.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { GivenPicture } from '../../formats/import-values.ts';
import { readKeptMark } from '../../formats/questions/kept-picture.ts';
import { recogniseFile } from '../../formats/recognise-file.ts';
import { drawForScreens } from '../pictures.ts';
import { readFilesByHash, readFileRow, readWholeFile } from '../stores/files.ts';
import type { Queryable } from '../stores/queryable.ts';
import type { Change } from './change-contest.ts';
import { keepFile, takeFile, type GivenFile, type TakenFile } from './take-file.ts';

export interface DrawnPicture {
	taken: TakenFile;
	width: number;
	height: number;
}

/** Null when it is no picture that is taken, or not a whole one. */
export async function drawPicture(bytes: Uint8Array, name: string): Promise<DrawnPicture | null> {
	const kind = await recogniseFile(bytes);
	if (typeof kind === 'object' || !isPicture(kind)) return null;
	const drawn = await drawForScreens(bytes);
	if (!drawn) return null;
	const { bytes: kept, width, height } = drawn;
	const sha256 = createHash('sha256').update(kept).digest('hex');
	return { taken: { name: safeFileName(name, 'webp'), kind: 'webp', bytes: kept, sha256 }, width, height };
}

/** Below what one request of a form may bring. */
const mostBytes = 7 * 1024 * 1024;

export async function takePicture(file: GivenFile): Promise<DrawnPicture | Refusal> {
	const taken = await takeFile(file, { kinds: pictureKinds, mostBytes, longestSide: 2_400 });
	if (isRefusal(taken)) return taken;
	return (await drawPicture(taken.bytes, taken.name)) ?? refuse('file/damaged');
}

/** A picture that the contest has already is not kept twice. */
export async function keepPicture(change: Change, { taken, width, height }: DrawnPicture, alt: string) {
	const [same] = await readFilesByHash(change.db, change.contest.id, [taken.sha256]);
	const fileId = same?.id ?? (await keepFile(change, taken));
	return { fileId, sha256: taken.sha256, alt, width, height } satisfies QuestionPicture;
}

/** A picture of an import, which is kept by then. */
export async function readKept(
	db: Queryable,
	contestId: ContestId,
	pictures: readonly (GivenPicture | undefined)[]
): Promise<(QuestionPicture | null)[]> {
	const marks = pictures.map((picture) => (picture ? readKeptMark(picture.file) : null));
	const hashes = marks.flatMap((mark) => mark?.sha256 ?? []);
	const files = hashes.length === 0 ? [] : await readFilesByHash(db, contestId, hashes);
	const idOf = new Map(files.map(({ id, sha256 }) => [sha256, id]));
	return marks.map((mark, at) => {
		const [alt, fileId] = [pictures[at]?.alt, mark ? idOf.get(mark.sha256) : undefined];
		if (!mark || alt === undefined) return null;
		if (fileId === undefined) throw new Error(`picture ${mark.sha256} is not kept`);
		return { fileId, ...mark, alt };
	});
}

/** As a file carries it. */
export async function pictureInBase64(
	db: Queryable,
	contestId: ContestId,
	{ fileId, alt }: QuestionPicture
): Promise<GivenPicture> {
	const row = await readFileRow(db, contestId, fileId);
	if (!row) throw new Error(`file ${fileId} is missing`);
	return { alt, file: Buffer.from(await readWholeFile(db, row)).toString('base64') };
}
