// Reopening a submitted sheet of another judge, with reason and PIN: a new revision with the same marks is opened beside the locked one.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { hashOfMarks } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import { mayReopen, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readStandingLock } from '../stores/marking-locks.ts';
import { readJudges } from '../stores/people.ts';
import { insertSheet, readSheet } from '../stores/sheets.ts';
import { readTurn } from '../stores/turns.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';
import { signWithPin } from './sign-with-pin.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	turnId: z.uuid(),
	judgeId: z.uuid(),
	reason: reasonText,
	pin: z.string().max(20).default('')
});

export interface Reopened {
	revision: number;
}

/**
 * The head judge opens sheets of the others, an organiser those of a head judge: what is changed after the lock takes one who
 * opens and another who signs, both by PIN (ADR 0017).
 */
export async function reopenScoresheet(app: App, seat: Seat, given: unknown): Promise<Changed<Reopened> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, turnId, judgeId, reason, pin } = read;
	const denied = refuseUnless(seat, 'sheets:reopen', contestId) ?? (await signWithPin(app, seat, pin));
	if (denied) return denied;
	return changeContest(app, seat, { contestId, permission: 'sheets:reopen' }, async ({ db, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const turn = await readTurn(db, contestId, turnId);
		const sheet = turn && (await readSheet(db, turnId, judgeId));
		const judge = (await readJudges(db, contestId)).find(({ id }) => id === judgeId);
		if (!turn || !sheet || !judge) return refuse('input/not-found');
		if (await readStandingLock(db, contestId, turn)) return refuse('session/locked');
		if (judge.accountId === seat.accountId) return refuse('sheet/same-person');
		if (!mayReopen(seat.roles[contestId] ?? [], judge.role)) return refuse('access/not-allowed');
		if (!sheet.lockedAt) return refuse('sheet/not-locked');
		const revision = sheet.revision + 1;
		// The version goes on counting, so that a page still showing the old revision cannot write into the new one.
		const opened = await insertSheet(db, {
			turnId,
			judgeId,
			revision,
			version: sheet.version + 1,
			marks: sheet.marks,
			comments: sheet.comments,
			savedAt: new Date(now),
			reopenReason: reason,
			reopenedBy: seat.accountId
		});
		if (!opened) return refuse('sheet/not-locked');
		record('sheet-reopened', {
			turnId,
			contestantId: turn.contestantId,
			judgeId,
			judge: sheet.judge.code,
			revision,
			reason,
			marksHash: hashOfMarks(sheet.marks),
			signedBy: 'pin'
		});
		return { revision };
	});
}
