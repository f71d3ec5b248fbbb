// What a browser is shown of a Word or PowerPoint file: made once by the machine's LibreOffice and kept beside it. It must not know who may see the file:
// its caller has asked that.
import { createHash } from 'node:crypto';
import { endingOf, officeKinds, type FileKind } from '../../contest/entries/file-kind.ts';
import type { FileId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { insertPdfOf, readPdfOf, readWholeFile, type FileRow } from '../stores/files.ts';

export const isOffice = (kind: FileKind) => (officeKinds as readonly FileKind[]).includes(kind);

/** Several judges open the same outline at once: it is made for all of them. */
const making = new Map<FileId, Promise<FileRow | Refusal>>();
/** Not tried again before the next start: it would end in the same way, and hold up the others. */
const failed = new Set<FileId>();

/** Refused where the machine has no LibreOffice, or it could not read the file: then the file is saved and opened by another program. */
export async function pdfOf(app: App, file: FileRow): Promise<FileRow | Refusal> {
	const known = await readPdfOf(app.database.drizzle, file.id);
	if (known) return known;
	if (!app.office || failed.has(file.id)) return refuse('file/not-shown');
	const made = making.get(file.id) ?? makePdf(app, file);
	making.set(file.id, made);
	try {
		return await made;
	} finally {
		making.delete(file.id);
	}
}

async function makePdf(app: App, file: FileRow): Promise<FileRow | Refusal> {
	const db = app.database.drizzle;
	let pdf: Uint8Array | null | undefined;
	try {
		pdf = await app.office?.convert(await readWholeFile(db, file), endingOf(file.kind));
	} catch (error) {
		app.log.warn({ error, file: file.id }, 'no PDF could be made of a file');
		failed.add(file.id);
		return refuse('file/not-shown');
	}
	if (!pdf) return refuse('server/busy');
	await insertPdfOf(
		db,
		file.id,
		{
			contestId: file.contestId,
			name: file.name.replace(/\.\w+$/, '.pdf'),
			kind: 'pdf',
			sha256: createHash('sha256').update(pdf).digest('hex'),
			storedAt: new Date(app.clock.now())
		},
		pdf
	);
	return (await readPdfOf(db, file.id)) ?? refuse('file/not-shown');
}
