// Takes a previewed file into the contest: all rows, or by explicit choice the good ones.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { anyRoundLive } from '../stores/round-setup.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { readImport, type FileToRead } from './importing/read-import.ts';
import { fileInput, shownName } from './preview-import.ts';

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

export async function commitImport(app: App, seat: Seat, given: unknown): Promise<Changed<Imported> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('import/file-not-valid');
	const { hash, expectedVersion, onlyGoodRows, ...file } = read.data;
	return changeContest(app, seat, { contestId: file.contestId, permission: 'people:edit', expectedVersion }, (change) =>
		importFile(change, file, { onlyGoodRows, hash })
	);
}

/** The same inside a change that is under way. Without `hash` the file is the house's own and needs no preview. */
export async function importFile(
	change: Change,
	file: FileToRead,
	{ onlyGoodRows, hash }: { onlyGoodRows: boolean; hash?: string }
): Promise<Imported | Refusal> {
	const { db, contest, record } = change;
	if (await anyRoundLive(db, contest.id)) return refuse('contest/has-started');
	const found = await readImport(db, file);
	if (hash !== undefined && found.hash !== hash) return refuse('import/file-not-valid');
	const { preview, states } = found;
	if (preview.fileProblems.length > 0) return refuse('import/file-not-valid');
	const leftOut = preview.total - preview.rows.length;
	if (leftOut > 0 && !onlyGoodRows) return refuse('import/has-problems', { count: leftOut });
	if (preview.rows.length === 0) return refuse('import/empty');
	if (found.inUse.length > 0) return refuse('contest/has-started');
	await found.store(db, change.by);
	const count = (state: string) => states.filter((other) => other === state).length;
	const imported = { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), leftOut };
	record(`${file.kind}-imported`, { ...imported, file: shownName(file.fileName), hash: found.hash });
	return imported;
}
