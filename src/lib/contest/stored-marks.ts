// Holds the stored log against the stored sheets and what was typed from paper (R71): what was signed and typed is what is there. It must not know any store.
import { verifyChain, type ChainedLine } from './event-chain.ts';
import type { JudgeCode } from './record/record.ts';
import type { Marks } from './rubric.ts';
import { hashOfComments, hashOfMarks } from './sheet.ts';
import { hashOf, takeTold, type BadEntry, type StoredEntry } from './stored-entries.ts';
import { verifyInterests, type BadInterest, type StoredInterest } from './stored-interests.ts';
import { verifyMinutes, type BadMinutes, type StoredHand, type StoredLock } from './stored-minutes.ts';

/** One revision of one sheet as it is stored. */
export interface StoredSheet {
	turnId: string;
	judgeId: string;
	/** For people: whose sheet of whom. */
	number: string;
	judge: JudgeCode;
	revision: number;
	marks: Marks;
	comments: Record<string, string>;
	/** ms since the epoch; null while it is a draft. */
	lockedAt: number | null;
	/** When it was left for paper; null otherwise. */
	closedAt: number | null;
	signedBy: string | null;
	reopenReason: string | null;
	reopenedBy: string | null;
}

/** Where the contest says that its log ends. */
export interface LogEnd {
	count: number;
	hash: string;
}

export type StoredVerdict =
	| { ok: true; count: number; lastHash: string }
	/** The number the first line that does not fit should carry. */
	| { ok: false; bad: 'line'; sequence: number }
	/** The line that speaks of the sheet; null when none does. `number` and `judge` are empty when the sheet is gone. */
	| { ok: false; bad: 'sheet'; sequence: number | null; number: string; judge: JudgeCode; revision: number }
	/** The same for what one person typed from the sheet's paper. */
	| ({ ok: false; bad: 'entry' } & BadEntry)
	| BadInterest
	| BadMinutes;

/** What is neither a line nor of a sheet. */
export type BadRow = (BadInterest | BadMinutes)['bad'];

/** Everything that is held against the log and its end. */
export interface StoredRows {
	sheets: StoredSheet[];
	entries: StoredEntry[];
	locks: StoredLock[];
	hands: StoredHand[];
	interests: StoredInterest[];
}

/**
 * R71: the chain first, then its end, then each sheet and entry in the order the log speaks of it, then those it does not speak of, then
 * interests, locks of sessions and hands under minutes. While a session is locked, the log speaks of no sheet of it (R148).
 * `lines` in order of their numbers.
 */
export function verifyStored(
	lines: ChainedLine[],
	end: LogEnd,
	{ sheets, entries, locks, hands, interests }: StoredRows
): StoredVerdict {
	const chain = verifyChain(lines, end.hash);
	if (!chain.ok) return { ok: false, bad: 'line', sequence: chain.sequence };
	const wrongEnd = firstBeyond(lines, end);
	if (wrongEnd !== null) return { ok: false, bad: 'line', sequence: wrongEnd };
	const stored = new Map(sheets.map((sheet) => [placeOf(sheet), sheet]));
	const told = new Set<string>();
	const untoldEntries = new Set(entries);
	const closed = new Map<unknown, Set<string>>();
	for (const line of lines) {
		if (line.kind === 'session-locked') closed.set(payloadOf(line).lockId, new Set(payloadOf(line).turnIds));
		if (line.kind === 'session-opened') closed.delete(payloadOf(line).lockId);
		const badEntry = line.kind === 'paper-typed' ? takeTold(line, untoldEntries) : null;
		if (badEntry) return { ok: false, bad: 'entry', ...badEntry };
		if (!telling.has(line.kind)) continue;
		const { turnId, judgeId, judge, revision } = line.payload as ToldSheet;
		const place = placeOf({ turnId, judgeId, revision });
		const sheet = stored.get(place);
		const isClosed = [...closed.values()].some((turnIds) => turnIds.has(turnId));
		if (sheet && !isClosed && !told.has(`${line.kind} ${place}`) && fits(line, sheet)) {
			told.add(`${line.kind} ${place}`);
			continue;
		}
		return { ok: false, bad: 'sheet', sequence: line.sequence, number: sheet?.number ?? '', judge, revision };
	}
	const untold = sheets.find((sheet) => !isTold(sheet, stored, told));
	if (untold) {
		const { number, judge, revision } = untold;
		return { ok: false, bad: 'sheet', sequence: null, number, judge, revision };
	}
	for (const { number, judge, entry } of untoldEntries)
		return { ok: false, bad: 'entry', sequence: null, number, judge, entry };
	return (
		verifyInterests(lines, interests) ??
		verifyMinutes(lines, locks, hands) ?? { ok: true, count: chain.count, lastHash: chain.lastHash }
	);
}

const telling = new Set(['sheet-locked', 'sheet-reopened', 'sheet-to-paper', 'sheet-from-paper']);

interface ToldSheet {
	turnId: string;
	judgeId: string;
	judge: JudgeCode;
	revision: number;
	marksHash: string;
	/** Lines of earlier programs do not tell. */
	commentsHash?: string;
	signedBy?: string;
	reason?: string;
}

const payloadOf = ({ payload }: ChainedLine) => payload as { lockId: string; turnIds: string[] };

function placeOf({ turnId, judgeId, revision }: Pick<StoredSheet, 'turnId' | 'judgeId' | 'revision'>): string {
	return `${turnId} ${judgeId} ${revision}`;
}

/** The number of the first line that the contest does not know, or that is missing at the end; null when the ends agree. */
function firstBeyond(lines: ChainedLine[], end: LogEnd): number | null {
	if (lines.length < end.count) return lines.length + 1;
	if (end.count > 0 && lines[end.count - 1]?.hash !== end.hash) return end.count;
	return lines.length > end.count ? end.count + 1 : null;
}

function fits({ kind, at, actor, payload }: ChainedLine, sheet: StoredSheet): boolean {
	const { marksHash, commentsHash, reason, signedBy } = payload as ToldSheet;
	const by = (actor as { id: string }).id;
	if (kind === 'sheet-from-paper') return true;
	if (kind === 'sheet-to-paper')
		return (
			sheet.closedAt === Date.parse(at) &&
			hashOf(hashOfComments, sheet.comments) === commentsHash &&
			hashOf(hashOfMarks, sheet.marks) === marksHash
		);
	if (kind === 'sheet-reopened')
		return sheet.reopenReason === reason && (signedBy === undefined || sheet.reopenedBy === by);
	return (
		sheet.lockedAt === Date.parse(at) &&
		(commentsHash === undefined ||
			(sheet.signedBy === (signedBy === 'paper' ? null : by) &&
				hashOf(hashOfComments, sheet.comments) === commentsHash)) &&
		hashOf(hashOfMarks, sheet.marks) === marksHash
	);
}

/** What was left for paper goes on, on paper or on the screen again, as it had been opened. */
function isTold(sheet: StoredSheet, stored: Map<string, StoredSheet>, told: Set<string>): boolean {
	const place = placeOf(sheet);
	const before = stored.get(placeOf({ ...sheet, revision: sheet.revision - 1 }));
	const isLocked = sheet.lockedAt !== null || sheet.signedBy !== null;
	if (isLocked !== told.has(`sheet-locked ${place}`)) return false;
	if ((sheet.closedAt !== null) !== told.has(`sheet-to-paper ${place}`)) return false;
	if (before && before.closedAt !== null)
		return sheet.reopenReason === before.reopenReason && sheet.reopenedBy === before.reopenedBy;
	const isReopened = sheet.revision !== 1 || sheet.reopenReason !== null || sheet.reopenedBy !== null;
	return isReopened === told.has(`sheet-reopened ${place}`);
}
