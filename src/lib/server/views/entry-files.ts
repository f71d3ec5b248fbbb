// Files of entries as they leave the house: one version for organisers, one document for a judge without its owner's name, or all that count in one ZIP.
import { endingOf } from '../../contest/entries/file-kind.ts';
import { safeName } from '../../contest/entries/file-name.ts';
import type { ContestId } from '../../contest/ids.ts';
import { isOut } from '../../contest/record/record.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { writeZip, type ZipEntry } from '../../formats/write-zip.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import {
	countingVersions,
	placeKey,
	readChoices,
	readEntrants,
	readRequests,
	readVersions,
	type RequestRow,
	type VersionRecord
} from '../stores/entries.ts';
import { readFileRow, readPieces, type FileRow } from '../stores/files.ts';
import { judgeDesk } from './judge-desk.ts';
import { serveFile, streamOf, type ServedFile } from './served-file.ts';

/** Any version, under the name it was handed in with. */
export async function entryFile(
	app: App,
	seat: Seat,
	contestId: ContestId,
	versionId: string
): Promise<ServedFile | Refusal> {
	const denied = refuseUnless(seat, 'entries:see', contestId);
	if (denied) return denied;
	const [version] = isId(versionId) ? await readVersions(app.database.drizzle, contestId, { id: versionId }) : [];
	return version ? served(app, contestId, version, { how: 'attachment' }) : refuse('input/not-found');
}

export interface OpenedDocument {
	file: FileRow;
	/** Number and title. */
	name: string;
}

/** What stands on the judge's own desk beside a sheet, and nothing else; under a name that says no more than the desk does (R276). */
export async function deskDocument(
	app: App,
	seat: Seat,
	contestId: ContestId,
	asked: { turnId: string; versionId: string }
): Promise<OpenedDocument | Refusal> {
	const desk = isId(asked.turnId) ? await judgeDesk(app, seat, contestId, asked.turnId) : refuse('input/not-found');
	if (isRefusal(desk)) return desk;
	const document =
		desk.sheet?.turn.turnId === asked.turnId
			? desk.sheet.documents.find(({ id }) => id === asked.versionId)
			: undefined;
	const [version] = document ? await readVersions(app.database.drizzle, contestId, { id: document.id }) : [];
	if (!document || !version) return refuse('input/not-found');
	const file = await readFileRow(app.database.drizzle, contestId, version.file.id);
	return file ? { file, name: document.name } : refuse('input/not-found');
}

/** `shown` is the file itself, or what is shown in its place. */
export function serveDocument(app: App, { file, name }: OpenedDocument, shown: FileRow = file): ServedFile {
	return serveFile(app, shown, {
		how: 'inline',
		name: shown === file ? name : name.replace(/\w+$/, endingOf(shown.kind))
	});
}

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

async function served(
	app: App,
	contestId: ContestId,
	version: VersionRecord,
	as: Parameters<typeof serveFile>[2]
): Promise<ServedFile | Refusal> {
	const row = await readFileRow(app.database.drizzle, contestId, version.file.id);
	return row ? serveFile(app, row, as) : refuse('input/not-found');
}

/** ZIP without its extension for larger archives ends here; nobody asks for half of it. */
const mostBytes = 4_000_000_000;

/** Every version that counts, in a folder for each unit; of those who are out nothing. */
export async function entriesArchive(app: App, seat: Seat, contestId: ContestId): Promise<ServedFile | Refusal> {
	const denied = refuseUnless(seat, 'entries:see', contestId);
	if (denied) return denied;
	const contest = await readContest(app.database.drizzle, contestId);
	if (!contest) return refuse('input/not-found');
	const entries = await countingFiles(app, contestId);
	if (isRefusal(entries)) return entries;
	return servedZip(`ho-so-du-thi-${contest.heldOn}`, writeZip(entries));
}

/** As `served` in a ZIP of this name, whose pieces are made when they are taken. */
export function servedZip(name: string, pieces: AsyncGenerator<Uint8Array>): ServedFile {
	return {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': `attachment; filename="${name}.zip"`,
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		},
		body: streamOf(pieces)
	};
}

/** What counts of whom, where nobody asks who looks. Refused when it is more than one ZIP holds. */
export async function countingFiles(app: App, contestId: ContestId): Promise<ZipEntry[] | Refusal> {
	const db = app.database.drizzle;
	const [requests, versions, choices, entrants] = await Promise.all([
		readRequests(db, contestId),
		readVersions(db, contestId),
		readChoices(db, contestId),
		readEntrants(db, contestId)
	]);
	const counting = countingVersions(versions, choices);
	const entries = entrants
		.filter(({ status }) => !isOut(status))
		.flatMap((entrant) => requests.flatMap((request) => entryOf(app, entrant, request, counting)));
	if (entries.reduce((sum, { size }) => sum + size, 0) > mostBytes) return refuse('file/too-big', { megabytes: 4000 });
	return entries;
}

/** `DV01 Đảng bộ Văn phòng/TS01 Nguyễn Thị Thu - Đề cương (bản 2, nộp muộn).pdf` */
function entryOf(
	app: App,
	entrant: Awaited<ReturnType<typeof readEntrants>>[number],
	request: RequestRow,
	counting: Map<string, VersionRecord>
): ZipEntry[] {
	const version = counting.get(placeKey({ requestId: request.id, contestantId: entrant.id }));
	if (!version) return [];
	const which = `bản ${version.number}${version.isLate ? ', nộp muộn' : ''}`;
	const folder = safeName(`${entrant.unitCode} ${entrant.unit}`.replace(/[\\/]/g, '-'));
	const name = safeName(`${entrant.number} ${entrant.name} - ${request.title} (${which})`.replace(/[\\/]/g, '-'));
	return [
		{
			path: `${folder}/${name}.${endingOf(version.file.kind)}`,
			at: new Date(version.at),
			size: version.file.size,
			pieces: () => readPieces(app.database.drizzle, version.file)
		}
	];
}
