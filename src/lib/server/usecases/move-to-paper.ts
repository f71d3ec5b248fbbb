// A judge goes over to paper, in mid-session too: the draft on the screen is closed and kept, and nothing of it is merged into what is typed later.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readSheet } from '../stores/sheets.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { movableSheet } from './papers/movable-sheet.ts';
import { openPaper } from './papers/open-paper.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	turnId: z.uuid(),
	/** Of another person's sheet; only for those who type from paper. */
	judgeId: z.uuid().optional(),
	/** The version of the draft that is on screen: what was not seen is not closed. */
	version: z.coerce.number().int().min(0),
	reason: reasonText
});

export async function moveToPaper(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ paperId: string }> | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, turnId, judgeId, version, reason } = read;
	return changeContest(app, seat, { contestId, permission: 'papers:move' }, async (change) => {
		const sheet = await movableSheet(change, seat, { turnId, judgeId });
		if (isRefusal(sheet)) return sheet;
		const stored = await readSheet(change.db, turnId, sheet.judge.id);
		if (stored?.lockedAt) return refuse('sheet/locked');
		if (stored?.closedAt) return refuse('sheet/on-paper');
		const paper = await openPaper(change, seat, { sheet, stored, version, reason });
		return paper ? { paperId: paper.id } : refuse('sheet/changed-elsewhere');
	});
}
