// Reads the log, its end, every sheet, entry from paper, interest, lock and hand of a contest as they were at one instant, to be held against each other; it must not judge them.
import type { StoredInterest } from '../../contest/stored-interests.ts';
import type { LogEnd, StoredRows, StoredSheet } from '../../contest/stored-marks.ts';
import type { StoredHand, StoredLock } from '../../contest/stored-minutes.ts';
import type { ContestId } from '../../contest/ids.ts';
import type { Database } from '../database/open-database.ts';
import { readContest } from './contests.ts';
import { readEvents, type ContestEventRow } from './events.ts';
import { readInterests, type InterestRow } from './interests.ts';
import {
	readMarkingLocks,
	readMinutesSignatures,
	type MarkingLockRow,
	type MinutesSignatureRow
} from './marking-locks.ts';
import { readAllEntries } from './paper-sheets.ts';
import { readAllRevisions } from './sheets.ts';

export interface Stored extends StoredRows {
	lines: ContestEventRow[];
	end: LogEnd;
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
				entries,
				locks: (await readMarkingLocks(at, contestId)).map(storedLock),
				hands: (await readMinutesSignatures(at, contestId)).map(storedHand),
				interests: (await readInterests(at, contestId)).map(storedInterest)
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

function storedLock(lock: MarkingLockRow): StoredLock {
	const { id, stage, session, lockedByAccount, lockedAt, askedByAccount, askedAt, reason } = lock;
	return {
		id,
		stage,
		session: session || null,
		lockedBy: lockedByAccount,
		lockedAt: lockedAt.getTime(),
		askedBy: askedByAccount,
		askedAt: askedAt?.getTime() ?? null,
		reason,
		openedBy: lock.openedByAccount,
		openedAt: lock.openedAt?.getTime() ?? null
	};
}

function storedHand({ signedByAccount, signedAt, ...hand }: MinutesSignatureRow): StoredHand {
	const { id, lockId, act, role, documentHash } = hand;
	return { id, lockId, act, role, documentHash, signedBy: signedByAccount, signedAt: signedAt.getTime() };
}

function storedInterest(row: InterestRow): StoredInterest {
	const { id, judgeId, contestantId, unitId, reason, declaredByAccount, declaredAt, withdrawnByAccount } = row;
	const { withdrawnAt, withdrawnReason } = row;
	return {
		id,
		judgeId,
		contestantId,
		unitId,
		reason,
		declaredBy: declaredByAccount,
		declaredAt: declaredAt.getTime(),
		withdrawnBy: withdrawnByAccount,
		withdrawnAt: withdrawnAt?.getTime() ?? null,
		withdrawnReason
	};
}
