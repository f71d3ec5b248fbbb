// Reads a file against the contest: what is new, changed or the same, and what is wrong; it writes nothing.
import { createHash } from 'node:crypto';
import type { ContestId } from '../../../contest/ids.ts';
import type { Preview } from '../../../formats/problem.ts';
import { codeKey } from '../../../formats/vietnamese-text.ts';
import type { Queryable } from '../../stores/queryable.ts';
import { contestantImport } from './contestants.ts';
import type { ImportKind } from './import-kind.ts';
import { judgeImport } from './judges.ts';
import { questionImport } from './questions.ts';
import { rubricImport } from './rubrics.ts';
import { situationImport } from './situations.ts';
import { topicImport } from './topics.ts';
import { unitImport } from './units.ts';

export const importKinds = ['units', 'contestants', 'judges', 'questions', 'topics', 'situations', 'rubrics'] as const;
export type ImportKindName = (typeof importKinds)[number];

export type RowState = 'new' | 'changed' | 'unchanged';

export interface ReadImport {
	preview: Preview<{ code: string }>;
	/** In the order of `preview.rows`. */
	states: RowState[];
	cells: string[][];
	/** Changed rows that the contest has used already: codes. */
	inUse: string[];
	/** SHA-256 of the file. */
	hash: string;
	/** Stores the good rows that are new or changed, for the account that brings them. Only within `changeContest`. */
	store(db: Queryable, by: string | null): Promise<void>;
}

export interface FileToRead {
	contestId: ContestId;
	kind: ImportKindName;
	fileName: string;
	bytes: Uint8Array;
}

export async function readImport(db: Queryable, file: FileToRead): Promise<ReadImport> {
	switch (file.kind) {
		case 'units':
			return compare(db, file, unitImport);
		case 'contestants':
			return compare(db, file, contestantImport);
		case 'judges':
			return compare(db, file, judgeImport);
		case 'questions':
			return compare(db, file, questionImport);
		case 'topics':
			return compare(db, file, topicImport);
		case 'situations':
			return compare(db, file, situationImport);
		case 'rubrics':
			return compare(db, file, rubricImport);
	}
}

async function compare<T extends { code: string }>(
	db: Queryable,
	{ contestId, fileName, bytes }: FileToRead,
	kind: ImportKind<T>
): Promise<ReadImport> {
	const preview = await kind.parse(bytes, fileName, db, contestId);
	const known = new Map((await kind.existing(db, contestId)).map((value) => [codeKey(value.code), value]));
	// A code that differs only in case or blanks is the same row: it keeps the spelling the contest has.
	const values = preview.rows.map(({ value }) => ({
		...value,
		code: known.get(codeKey(value.code))?.code ?? value.code
	}));
	const states = values.map((value): RowState => {
		const before = known.get(codeKey(value.code));
		if (!before) return 'new';
		return stable(before) === stable(value) ? 'unchanged' : 'changed';
	});
	const used = (await kind.inUse?.(db, contestId)) ?? new Set<string>();
	const changed = values.filter((_, index) => states[index] === 'changed');
	return {
		preview,
		states,
		cells: values.map((value) => kind.cells(value)),
		inUse: changed.map(({ code }) => code).filter((code) => used.has(code)),
		hash: createHash('sha256').update(bytes).digest('hex'),
		store: (writer, by) =>
			kind.store(
				writer,
				contestId,
				values.filter((_, index) => states[index] !== 'unchanged'),
				by
			)
	};
}

/** Text of a value in which the order of fields does not matter. */
function stable(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		part !== null && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}
