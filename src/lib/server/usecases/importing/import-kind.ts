// What one kind of imported file brings along: its parser, what the contest has already, and how it is stored.
import type { ContestId } from '../../../contest/ids.ts';
import type { Preview } from '../../../formats/problem.ts';
import type { Queryable } from '../../stores/queryable.ts';

export interface ImportKind<T extends { code: string }> {
	/** Reads the file against what the contest has; writes nothing. */
	parse(bytes: Uint8Array, fileName: string, db: Queryable, contestId: ContestId): Promise<Preview<T>>;
	/** What the contest has already, as the same values. */
	existing(db: Queryable, contestId: ContestId): Promise<T[]>;
	/** The short cells of the preview, beginning with the code. */
	cells(value: T): string[];
	/** Stores the rows by code, for the account that brings them. Only within `changeContest`. */
	store(db: Queryable, contestId: ContestId, values: T[], by: string | null): Promise<void>;
	/** Codes that may not change any more, because the contest has used them; left out when none can be. */
	inUse?(db: Queryable, contestId: ContestId): Promise<Set<string>>;
}
