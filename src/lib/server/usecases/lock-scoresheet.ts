// Submitting a sheet: from then on this revision never changes (a trigger of the database holds it).
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { hashOfComments, hashOfMarks, totalOfSheet } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { lockSheet, readSheet } from '../stores/sheets.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { ownSheet } from './own-sheet.ts';
import { signWithPin } from './sign-with-pin.ts';
import { firstField } from './setup-input.ts';
import { refuseUnfinished } from './sheet-fields.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	turnId: z.uuid(),
	/** The version of the draft the judge has on screen: what was not seen is not signed. */
	version: z.coerce.number().int().min(0),
	/** The judge's own: whoever holds the tablet has not signed yet. */
	pin: z.string().max(20).default('')
});

export interface LockedAt {
	lockedAt: number;
}

/** R23: an incomplete sheet is refused with the codes of what is missing, marks first and then notes; nothing is ever filled in with zero. */
export async function lockScoresheet(app: App, seat: Seat, given: unknown): Promise<Changed<LockedAt> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, turnId, version, pin } = read.data;
	const denied = refuseUnless(seat, 'sheets:mark', contestId) ?? (await signWithPin(app, seat, pin));
	if (denied) return denied;
	return changeContest(app, seat, { contestId, permission: 'sheets:mark' }, async ({ db, contest, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const own = await ownSheet(db, seat, contest, turnId);
		if (isRefusal(own)) return own;
		const { judge, turn, parts } = own;
		const sheet = await readSheet(db, turnId, judge.id);
		if (sheet?.lockedAt) return refuse('sheet/locked');
		if (sheet?.reopenedBy === seat.accountId) return refuse('sheet/same-person');
		if (sheet?.closedAt) return refuse('sheet/on-paper');
		const marks = sheet?.marks ?? {};
		const unfinished = refuseUnfinished(parts, marks, sheet?.comments ?? {});
		if (!sheet || unfinished) return unfinished ?? refuse('sheet/incomplete', { missing: '', count: 0 });
		const signedBy = seat.accountId;
		const isLocked = await lockSheet(db, { id: sheet.id, version, lockedAt: new Date(now), signedBy });
		if (!isLocked) return refuse('sheet/changed-elsewhere');
		record('sheet-locked', {
			turnId,
			contestantId: turn.contestantId,
			judgeId: judge.id,
			judge: judge.code,
			revision: sheet.revision,
			total: totalOfSheet(parts, marks),
			marksHash: hashOfMarks(marks),
			commentsHash: hashOfComments(sheet.comments),
			signedBy: 'pin'
		});
		return { lockedAt: now };
	});
}
