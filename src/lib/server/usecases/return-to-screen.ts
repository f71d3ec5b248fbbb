// A sheet on paper goes back to the screen: the judge marks on from the screen's own draft, and what was typed from paper stays beside it.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { hashOfMarks } from '../../contest/sheet.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readPapersOf, settlePaper } from '../stores/paper-sheets.ts';
import { insertSheet, readSheet } from '../stores/sheets.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { movableSheet } from './papers/movable-sheet.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	turnId: z.uuid(),
	judgeId: z.uuid().optional(),
	reason: reasonText
});

export async function returnToScreen(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ revision: number }> | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, turnId, judgeId, reason } = read;
	return changeContest(app, seat, { contestId, permission: 'papers:move' }, async (change) => {
		const { db, now, record } = change;
		const sheet = await movableSheet(change, seat, { turnId, judgeId });
		if (isRefusal(sheet)) return sheet;
		const { judge, turn } = sheet;
		const stored = await readSheet(db, turnId, judge.id);
		if (stored?.lockedAt) return refuse('sheet/locked');
		const paper = (await readPapersOf(db, turnId, judge.id)).find(({ state }) => state === 'open');
		if (!stored || !paper) return refuse('paper/not-there');
		await settlePaper(db, paper.id, {
			state: 'returned',
			settledBy: seat.name,
			settledByAccount: seat.accountId,
			settledAt: new Date(now),
			settledReason: reason
		});
		const revision = stored.revision + 1;
		// The version goes on counting, so that a page from before the paper cannot write over what is opened now.
		const opened = await insertSheet(db, {
			turnId,
			judgeId: judge.id,
			revision,
			version: stored.version + 1,
			marks: stored.marks,
			comments: stored.comments,
			savedAt: new Date(now),
			reopenReason: stored.reopenReason,
			reopenedBy: stored.reopenedBy
		});
		if (!opened) return refuse('sheet/changed-elsewhere');
		record('sheet-from-paper', {
			turnId,
			contestantId: turn.contestantId,
			judgeId: judge.id,
			judge: judge.code,
			revision,
			marksHash: hashOfMarks(stored.marks),
			typedBy: paper.typists.map(({ name }) => name),
			reason
		});
		return { revision };
	});
}
