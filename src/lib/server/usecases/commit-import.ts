// Takes a previewed file into the contest: all rows, or by explicit choice the good ones.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { ImportChoices } from '../../formats/reading/choices.ts';
import { answerRequest } from '../../formats/reading/answer-request.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { insertFileImport } from '../stores/imports.ts';
import { anyRoundLive } from '../stores/round-setup.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { readApart } from './importing/read-apart.ts';
import {
	hashOf,
	readImport,
	type FileToRead,
	type ReadFile,
	type ReadImport,
	type StoreProgress
} from './importing/read-import.ts';
import { fileInput, shownName } from './preview-import.ts';
import { digest } from './undo-import.ts';

const input = z.strictObject({
	...fileInput,
	/** SHA-256 of the file that was previewed. */
	hash: z.string().regex(/^[0-9a-f]{64}$/),
	expectedVersion: z.number().int(),
	onlyGoodRows: z.boolean()
});

export interface Imported {
	new: number;
	changed: number;
	unchanged: number;
	/** Rows left out by choice. */
	leftOut: number;
}

/** The file is read before the contest is locked; what it was compared with still holds as long as the version is the one that was previewed. */
export async function commitImport(
	app: App,
	seat: Seat,
	given: unknown,
	{ readFile = readApart, progress }: { readFile?: ReadFile; progress?: StoreProgress } = {}
): Promise<Changed<Imported> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('import/file-not-valid');
	const { hash, expectedVersion, onlyGoodRows, ...file } = read.data;
	const refusal = refuseUnless(seat, 'people:edit', file.contestId);
	if (refusal) return refusal;
	if (hashOf(file) !== hash) return refuse('import/file-not-valid');
	const db = app.database.drizzle;
	const contest = await readContest(db, file.contestId);
	if (contest && contest.version !== expectedVersion)
		return refuse('contest/moved-on', { expected: expectedVersion, actual: contest.version });
	const found = await readImport(db, file, readFile);
	if (isRefusal(found)) return found;
	return changeContest(app, seat, { contestId: file.contestId, permission: 'people:edit', expectedVersion }, (change) =>
		storeImport(change, file, found, {
			importedBy: seat.kind === 'staff' ? seat.name : '',
			onlyGoodRows,
			...(progress && { progress })
		})
	);
}

/** A file of the house's own, read in this very process inside a change that is under way; it needs no preview. */
export async function importOwnFile(change: Change, file: FileToRead): Promise<Imported | Refusal> {
	const found = await readImport(change.db, file, answerRequest);
	return isRefusal(found) ? found : storeImport(change, file, found, { importedBy: '', onlyGoodRows: true });
}

async function storeImport(
	change: Change,
	{ kind, fileName }: FileToRead,
	{ preview, states, inUse, hash, choices, rows, store }: ReadImport,
	{ importedBy, onlyGoodRows, progress }: { importedBy: string; onlyGoodRows: boolean; progress?: StoreProgress }
): Promise<Imported | Refusal> {
	const { db, contest, now, record } = change;
	if (await anyRoundLive(db, contest.id)) return refuse('contest/has-started');
	if (preview.fileProblems.length > 0) return refuse('import/file-not-valid');
	const leftOut = preview.total - preview.rows.length;
	if (leftOut > 0 && !onlyGoodRows) return refuse('import/has-problems', { count: leftOut });
	if (preview.rows.length === 0) return refuse('import/empty');
	if (inUse.length > 0) return refuse('contest/has-started');
	await store(change, progress);
	const count = (state: string) => states.filter((other) => other === state).length;
	const imported = { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), leftOut };
	if (rows.length > 0)
		await insertFileImport(db, {
			contestId: contest.id,
			kind,
			fileName: shownName(fileName),
			signature: preview.shape?.signature ?? '',
			choices: toRemember(choices),
			rows: rows.map(({ code, before, value }) => ({ code, before, given: digest(value) })),
			importedBy,
			importedAt: new Date(now)
		});
	record(`${kind}-imported`, { ...imported, file: shownName(fileName), hash });
	return imported;
}

/** What holds for the next file of the same shape: not the cells that were mended in this one. */
function toRemember({ sheet, header, columns, fillMerged }: ImportChoices): Record<string, unknown> | null {
	const kept = Object.entries({ sheet, header, columns, fillMerged }).filter(([, choice]) => choice !== undefined);
	return kept.length > 0 ? Object.fromEntries(kept) : null;
}
