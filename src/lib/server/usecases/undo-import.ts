// Takes the last import of a kind back: what it made goes, what it changed becomes as it was, as long as nothing was built on it.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { importKinds, type ImportKindName } from '../../formats/reading/requests.ts';
import { codeKey } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { markImportUndone, readLastImport, removeImportedRows, type FileImportRow } from '../stores/imports.ts';
import type { Queryable } from '../stores/queryable.ts';
import { anyRoundLive } from '../stores/round-setup.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { kindOf, stable } from './importing/import-kinds.ts';

const input = z.strictObject({ contestId: z.uuid(), kind: z.enum(importKinds), importId: z.uuid() });

export interface UndoneImport {
	removed: number;
	restored: number;
}

/** `importId` is the import the person saw: a newer one is not taken back by accident. */
export async function undoImport(app: App, seat: Seat, given: unknown): Promise<Changed<UndoneImport> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid');
	const { contestId, kind, importId } = read.data;
	return changeContest(app, seat, { contestId, permission: 'people:edit' }, async ({ db, by, now, record }) => {
		const last = await readLastImport(db, contestId, kind);
		if (last?.id !== importId) return refuse('import/nothing-to-undo');
		if (await anyRoundLive(db, contestId)) return refuse('contest/has-started');
		const undone = await takeBack(db, by, kind, last);
		if ('refused' in undone) return undone;
		await markImportUndone(db, last.id, { undoneBy: seat.kind === 'staff' ? seat.name : '', undoneAt: new Date(now) });
		record(`${kind}-import-undone`, { ...undone, file: last.fileName });
		return undone;
	});
}

async function takeBack(
	db: Queryable,
	by: string | null,
	name: ImportKindName,
	{ contestId, rows }: FileImportRow
): Promise<UndoneImport | Refusal> {
	const kind = kindOf(name);
	const now = new Map((await kind.existing(db, contestId)).map((value) => [codeKey(value.code), value]));
	const changed = rows.find(({ code, given }) => digest(now.get(codeKey(code))) !== given);
	if (changed) return refuse('import/undo-changed', { code: changed.code });
	const codes = rows.map(({ code }) => code);
	const used = [
		...((await kind.inUse?.(db, contestId)) ?? []),
		...((await kind.builtOn?.(db, contestId, codes)) ?? [])
	];
	const [builtOn] = codes.filter((code) => used.includes(code));
	if (builtOn !== undefined) return refuse('import/undo-built-on', { code: builtOn });
	const made = rows.filter(({ before }) => before === null).map(({ code }) => code);
	const before = rows.flatMap((row) => (row.before === null ? [] : [row.before as { code: string }]));
	if (!(await removeImportedRows(db, contestId, name, made)))
		return refuse('import/undo-built-on', { code: made[0] ?? '' });
	await kind.store(db, contestId, before, by);
	return { removed: made.length, restored: before.length };
}

/** What tells whether a row is still as an import gave it. */
export function digest(value: unknown): string {
	return createHash('sha256')
		.update(stable(value) ?? '')
		.digest('hex');
}
