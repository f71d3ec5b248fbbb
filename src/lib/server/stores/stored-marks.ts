// Reads the log, its end, every sheet and every entry from paper of a contest as they were at one instant, to be held against each other; it must not judge them.
import type { StoredEntry } from '../../contest/stored-entries.ts';
import type { LogEnd, StoredSheet } from '../../contest/stored-marks.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { Database } from '../database/open-database.ts';
import { readContest } from './contests.ts';
import { readEvents, type ContestEventRow } from './events.ts';
import { readAllEntries } from './paper-sheets.ts';
import { readAllRevisions } from './sheets.ts';

export interface Stored {
	lines: ContestEventRow[];
	end: LogEnd;
	sheets: StoredSheet[];
	entries: StoredEntry[];
}

export async function readStored(db: Database['drizzle'], contestId: ContestId): Promise<Stored> {
	return db.transaction(
		async (at) => {
			const contest = await readContest(at, contestId);
			const lines = await readEvents(at, contestId);
			const sheets = await readAllRevisions(at, contestId);
			const entries = await readAllEntries(at, contestId);
			return {
				lines,
				end: { count: contest?.logCount ?? 0, hash: contest?.logHash ?? '' },
				sheets: sheets.map(storedSheet),
				entries
			};
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}

function storedSheet(sheet: Awaited<ReturnType<typeof readAllRevisions>>[number]): StoredSheet {
	const {
		turnId,
		judgeId,
		number,
		judge,
		revision,
		marks,
		comments,
		lockedAt,
		closedAt,
		signedBy,
		reopenReason,
		reopenedBy
	} = sheet;
	return {
		turnId,
		judgeId,
		number,
		judge: judge.code,
		revision,
		marks,
		comments,
		lockedAt,
		closedAt,
		signedBy,
		reopenReason,
		reopenedBy
	};
}
