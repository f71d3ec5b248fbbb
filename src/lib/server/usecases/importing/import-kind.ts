// What one kind of imported file brings along: what its reader must know, what the contest has already, and how it is stored.
import type { ContestId } from '../../../contest/ids.ts';
import type { Preview } from '../../../formats/problem.ts';
import type { ImportContexts, ImportKindName } from '../../../formats/reading/requests.ts';
import type { Queryable } from '../../stores/queryable.ts';
import type { Change } from '../change-contest.ts';

export interface ImportKind<T extends { code: string }, K extends ImportKindName> {
	/** What the reader must be told of the contest. */
	context(db: Queryable, contestId: ContestId): Promise<ImportContexts[K]>;
	/** What the contest has already, as the same values. */
	existing(db: Queryable, contestId: ContestId): Promise<T[]>;
	/** Adds to the rows what is worth knowing beside what the contest has; left out when nothing is. */
	warn?(rows: Preview<T>['rows'], existing: T[]): void;
	/**
	 * Makes the files that came inside rows ready before anything is locked; what it returns keeps them, within the change that stores the rows. Left out
	 * where rows bring none.
	 */
	gather?(preview: Preview<T>, existing: T[]): Promise<(change: Change) => Promise<void>>;
	/** The short cells of the preview, beginning with the code. */
	cells(value: T): string[];
	/** Stores the rows by code, for the account that brings them. Only within `changeContest`. */
	store(db: Queryable, contestId: ContestId, values: T[], by: string | null): Promise<void>;
	/** Codes that may not change any more, because the contest has used them; left out when none can be. */
	inUse?(db: Queryable, contestId: ContestId): Promise<Set<string>>;
	/** Which of these codes something else stands on that no foreign key tells of; left out where keys tell all. */
	builtOn?(db: Queryable, contestId: ContestId, codes: readonly string[]): Promise<string[]>;
}
