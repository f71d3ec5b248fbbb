// Reopening a submitted sheet: the head judge gives a reason, and a new revision with the same marks is opened beside the locked one.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { hashOfMarks } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { insertSheet, readSheet } from '../stores/sheets.ts';
import { readTurn } from '../stores/turns.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { reasonText } from './reason-text.ts';
import { firstField } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	turnId: z.uuid(),
	judgeId: z.uuid(),
	reason: reasonText
});

export interface Reopened {
	revision: number;
}

export async function reopenScoresheet(app: App, seat: Seat, given: unknown): Promise<Changed<Reopened> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) {
		const field = firstField(read.error);
		return refuse(field === 'reason' ? 'input/reason-needed' : 'input/not-valid', {}, field);
	}
	const { contestId, turnId, judgeId, reason } = read.data;
	return changeContest(app, seat, { contestId, permission: 'sheets:reopen' }, async ({ db, now, record }) => {
		const turn = await readTurn(db, contestId, turnId);
		const sheet = turn && (await readSheet(db, turnId, judgeId));
		if (!turn || !sheet) return refuse('input/not-found');
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
			reopenReason: reason
		});
		if (!opened) return refuse('sheet/not-locked');
		record('sheet-reopened', {
			turnId,
			contestantId: turn.contestantId,
			judgeId,
			judge: sheet.judge.code,
			revision,
			reason,
			marksHash: hashOfMarks(sheet.marks)
		});
		return { revision };
	});
}
