// The rows of a file that an import cannot take, handed back as a file; it writes nothing.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { foldVietnamese } from '../../formats/vietnamese-text.ts';
import { writeRejected } from '../../formats/write-rejected.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readApart } from './importing/read-apart.ts';
import { readImport, type ReadFile } from './importing/read-import.ts';
import { fileInput, shownName } from './preview-import.ts';

const input = z.strictObject({ ...fileInput, language: z.enum(['vi', 'en']) });

export interface RejectedFile {
	/** ASCII only, so that every browser and system keeps it. */
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
}

export async function rejectedRows(
	app: App,
	seat: Seat,
	given: unknown,
	readFile: ReadFile = readApart
): Promise<RejectedFile | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('import/file-not-valid');
	const { language, ...file } = read.data;
	const refusal = refuseUnless(seat, 'people:edit', file.contestId);
	if (refusal) return refusal;
	const found = await readImport(app.database.drizzle, file, readFile);
	if (isRefusal(found)) return found;
	const { rejected, problems } = found.preview;
	if (!rejected || rejected.rows.length === 0) return refuse('import/empty');
	return { name: nameOf(file.fileName), bytes: new Uint8Array(await writeRejected(rejected, problems, language)) };
}

function nameOf(fileName: string): string {
	const stem = foldVietnamese(shownName(fileName).replace(/\.[^.]*$/, ''));
	return `${stem.replace(/[^a-z0-9]+/g, '-').slice(0, 60)}-dong-loi.xlsx`;
}
