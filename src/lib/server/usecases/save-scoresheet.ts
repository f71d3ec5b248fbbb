// Saving a draft of a judge's own sheet; like an answer it touches no contest row, so that a panel never queues for one lock.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { Marks } from '../../contest/rubric.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { holdOpenSession } from '../stores/marking-locks.ts';
import { keepRemark, readRemark } from '../stores/private-remarks.ts';
import type { Queryable } from '../stores/queryable.ts';
import { insertSheet, noteRefusedDevice, readSheet, saveDraft, type SheetRecord } from '../stores/sheets.ts';
import { ownSheet } from './own-sheet.ts';
import { firstField } from './setup-input.ts';
import { readComments, readMarks, sheetFields } from './sheet-fields.ts';

/** Travels as a comment and is kept apart from them: nobody but the judge ever reads it. */
const privateRemark = 'private';

const input = z.strictObject({
	contestId: z.uuid(),
	turnId: z.uuid(),
	/** The version the judge's device has seen; 0 for a sheet that is not stored yet. */
	version: z.coerce.number().int().min(0),
	/** Names this save, so that it may be sent again; a form without scripts has none. */
	operation: z.uuid().nullable().default(null),
	/** An empty mark takes the mark back. Criteria left out keep their mark. */
	...sheetFields
});

export interface SavedSheet {
	version: number;
	/** Instant of the commit by the house's clock, ms since the epoch. */
	savedAt: number;
}

/** Stores the given fields over the version they were made from. The same draft sent twice is one draft. */
export async function saveScoresheet(app: App, seat: Seat, asked: unknown): Promise<SavedSheet | Refusal> {
	const read = input.safeParse(asked);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, turnId, version, operation } = read.data;
	const denied = refuseUnless(seat, 'sheets:mark', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const sheet = contest ? await ownSheet(db, seat, contest, turnId) : refuse('input/not-found');
	if (isRefusal(sheet)) return sheet;
	const { judge, turn, parts } = sheet;
	const marks = readMarks(parts, turn.status, read.data.marks);
	if (isRefusal(marks)) return marks;
	const given = readComments(parts, read.data.comments, [privateRemark]);
	if (isRefusal(given)) return given;
	const { [privateRemark]: remark, ...comments } = given;

	const stored = await readSheet(db, turnId, judge.id);
	const ended = endedSheet(stored);
	if (ended) return ended;
	if (stored && operation !== null) {
		if (stored.operation === operation) return { version: stored.version, savedAt: stored.savedAt };
		// Even where both say the same of these fields: the device has not seen what else the other one wrote.
		if (stored.version !== version) return refuseDevice(db, stored, { marks, comments }, app.clock.now());
	}
	const merged = {
		marks: { ...stored?.marks, ...marks },
		comments: withoutEmpty({ ...stored?.comments, ...comments })
	};
	const own = { turnId, accountId: judge.accountId ?? '' };
	const isSameRemark = remark === undefined || remark === (await readRemark(db, own));
	if (stored && isSameRemark && isSame(stored, merged)) return { version: stored.version, savedAt: stored.savedAt };
	const savedAt = app.clock.now();
	const draft = { turnId, judgeId: judge.id, version, operation, savedAt, stored, ...merged };
	const saved = await storeInSession(db, draft, isSameRemark ? null : { ...own, text: remark });
	if (isRefusal(saved)) return saved;
	if (saved !== null) return { version: saved, savedAt };
	const now = await readSheet(db, turnId, judge.id);
	// The same save came twice at once, and the other was written.
	if (now && operation !== null && now.operation === operation) return { version: now.version, savedAt: now.savedAt };
	return refuseDevice(db, now, { marks, comments }, savedAt);
}

/** Noted for the head judge where this device holds other marks or words than what is stored. */
async function refuseDevice(
	db: Queryable,
	stored: SheetRecord | null,
	{ marks, comments }: { marks: Marks; comments: Record<string, string> },
	at: number
): Promise<Refusal> {
	const wanted = {
		marks: { ...stored?.marks, ...marks },
		comments: withoutEmpty({ ...stored?.comments, ...comments })
	};
	if (stored && !isSame(stored, wanted)) await noteRefusedDevice(db, stored.id, new Date(at));
	return endedSheet(stored) ?? refuse('sheet/changed-elsewhere');
}

/** Null while it may be marked on the screen. */
function endedSheet(sheet: SheetRecord | null): Refusal | null {
	if (sheet?.lockedAt) return refuse('sheet/locked');
	return sheet?.closedAt ? refuse('sheet/on-paper') : null;
}

interface Draft {
	turnId: string;
	judgeId: string;
	version: number;
	operation: string | null;
	savedAt: number;
	stored: SheetRecord | null;
	marks: Marks;
	comments: Record<string, string>;
}

/**
 * While nobody locks the session (R148). One version counts for draft and remark, so that two devices meet over a remark as they do
 * over a mark.
 */
async function storeInSession(
	db: App['database']['drizzle'],
	draft: Draft,
	remark: Parameters<typeof keepRemark>[1] | null
): Promise<number | null | Refusal> {
	return db.transaction(async (whole) => {
		if (!(await holdOpenSession(whole, draft.turnId))) return refuse('session/locked');
		const saved = await store(whole, draft);
		if (saved !== null && remark) await keepRemark(whole, remark);
		return saved;
	});
}

/** The new version; null when another device was there first. */
async function store(db: Queryable, draft: Draft): Promise<number | null> {
	const { turnId, judgeId, version, operation, stored, marks, comments } = draft;
	const savedAt = new Date(draft.savedAt);
	if (stored) return saveDraft(db, { id: stored.id, version, operation, marks, comments, savedAt });
	if (version !== 0) return null;
	return (await insertSheet(db, { turnId, judgeId, version: 1, operation, marks, comments, savedAt }))?.version ?? null;
}

function withoutEmpty(comments: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(comments).filter(([, text]) => text !== ''));
}

function isSame(stored: SheetRecord, next: { marks: Marks; comments: Record<string, string> }): boolean {
	const sameMarks = Object.entries(next.marks).every(([code, mark]) => (stored.marks[code] ?? null) === mark);
	const codes = new Set([...Object.keys(stored.comments), ...Object.keys(next.comments)]);
	return sameMarks && [...codes].every((code) => stored.comments[code] === next.comments[code]);
}
