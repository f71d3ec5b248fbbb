// Reads a file against the contest: what is new, changed or the same, and what is wrong; it writes nothing.
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ContestId } from '../../../contest/ids.ts';
import { isRefusal, type Refusal } from '../../../contest/refusal.ts';
import type { Preview } from '../../../formats/problem.ts';
import type { AnyRow } from '../../../formats/reading/answer-request.ts';
import type { ImportChoices } from '../../../formats/reading/choices.ts';
import type { ImportKindName, ReadRequest } from '../../../formats/reading/requests.ts';
import { codeKey } from '../../../formats/vietnamese-text.ts';
import type { Queryable } from '../../stores/queryable.ts';
import { readRememberedChoices } from '../../stores/imports.ts';
import type { Change } from '../change-contest.ts';
import { kindOf, stable } from './import-kinds.ts';

/** Rows stored, and rows to store. */
export type StoreProgress = (stored: number, of: number) => void;

export type RowState = 'new' | 'changed' | 'unchanged';

export interface ReadImport {
	preview: Preview<{ code: string }>;
	/** In the order of `preview.rows`. */
	states: RowState[];
	cells: string[][];
	/** Changed rows that the contest has used already: codes. */
	inUse: string[];
	/** What was chosen about the file, now or for one of the same shape before. */
	choices: ImportChoices;
	/** What storing would make or change. */
	rows: { code: string; before: unknown; value: unknown }[];
	/** SHA-256 of the file and of what was chosen about it. */
	hash: string;
	/** Stores the good rows that are new or changed, for the account that brings them, and tells how many of them it has. Only within `changeContest`. */
	store(change: Change, progress?: StoreProgress): Promise<void>;
}

export interface FileToRead {
	contestId: ContestId;
	kind: ImportKindName;
	fileName: string;
	bytes: Uint8Array;
	/** What a person has chosen about it and mended in it. */
	choices?: ImportChoices;
}

/** Reads one file: in a process of its own, or, where the file is the house's own, in this one. */
export type ReadFile = (request: ReadRequest) => Promise<Preview<AnyRow> | Refusal>;

export async function readImport(
	db: Queryable,
	{ contestId, kind: name, bytes, choices: given = {} }: FileToRead,
	read: ReadFile
): Promise<ReadImport | Refusal> {
	const kind = kindOf(name);
	const context = await kind.context(db, contestId);
	const remembered = await readRememberedChoices(db, contestId, name);
	const preview = await read({ kind: name, bytes, context, choices: given, remembered } as ReadRequest);
	if (isRefusal(preview)) return preview;
	const existing = await kind.existing(db, contestId);
	kind.warn?.(preview.rows, existing);
	const keepFiles = await kind.gather?.(preview, existing);
	const known = new Map(existing.map((value) => [codeKey(value.code), value]));
	const choices = preview.choices ?? given;
	const values: AnyRow[] = [];
	const states: RowState[] = [];
	for (const [at, { value: read }] of preview.rows.entries()) {
		if (at % rowsInTurn === rowsInTurn - 1) await setImmediate();
		// A code that differs only in case or blanks is the same row: it keeps the spelling the contest has.
		const before = known.get(codeKey(read.code));
		const value = { ...read, code: before?.code ?? read.code };
		values.push(value);
		states.push(!before ? 'new' : stable(before) === stable(value) ? 'unchanged' : 'changed');
	}
	const used = (await kind.inUse?.(db, contestId)) ?? new Set<string>();
	const changed = values.filter((_, index) => states[index] === 'changed');
	return {
		preview,
		states,
		cells: values.map((value) => kind.cells(value)),
		inUse: changed.map(({ code }) => code).filter((code) => used.has(code)),
		choices,
		hash: hashOf({ bytes, choices }),
		rows: values.flatMap((value, index) =>
			states[index] === 'unchanged' ? [] : [{ code: value.code, before: known.get(codeKey(value.code)) ?? null, value }]
		),
		async store(change, progress) {
			await keepFiles?.(change);
			const toStore = values.filter((_, index) => states[index] !== 'unchanged');
			for (let at = 0; at < toStore.length; at += rowsInTurn) {
				await kind.store(change.db, contestId, toStore.slice(at, at + rowsInTurn), change.by);
				progress?.(Math.min(at + rowsInTurn, toStore.length), toStore.length);
			}
		}
	};
}

/** SHA-256 of what is read: the file, and whatever was chosen and mended. */
export function hashOf({ bytes, choices = {} }: Pick<FileToRead, 'bytes' | 'choices'>): string {
	const hash = createHash('sha256').update(bytes);
	return (Object.keys(choices).length > 0 ? hash.update(stable(choices) ?? '') : hash).digest('hex');
}

/** Rows compared or stored in one go: whoever answers a live question meanwhile waits for no more than these. */
const rowsInTurn = 200;
