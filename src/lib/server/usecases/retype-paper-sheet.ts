// The head judge sends a paper back to be typed anew by two people, when neither entry is what stands on it; both stay in the record.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { insertPaper, settlePaper } from '../stores/paper-sheets.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { typedPaper } from './papers/typed-paper.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({ contestId: z.uuid(), paperId: z.uuid(), reason: reasonText });

export async function retypePaperSheet(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ paperId: string }> | Refusal> {
	if (seat.kind !== 'staff') return refuse('access/sign-in-needed');
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, paperId, reason } = read;
	return changeContest(app, seat, { contestId, permission: 'papers:settle' }, async (change) => {
		const { db, now, record } = change;
		const open = await typedPaper(change, seat, paperId);
		if (isRefusal(open)) return open;
		const { paper, sheet } = open;
		if (paper.typists.length === 0) return refuse('paper/not-there');
		const by = { name: seat.name, accountId: seat.accountId, at: new Date(now) };
		await settlePaper(db, paper.id, {
			state: 'retyped',
			settledBy: by.name,
			settledByAccount: by.accountId,
			settledAt: by.at,
			settledReason: reason
		});
		const anew = await insertPaper(db, {
			turnId: paper.turnId,
			judgeId: paper.judgeId,
			screenSheetId: paper.screenSheetId,
			openedBy: by.name,
			openedByAccount: by.accountId,
			openedAt: by.at,
			reason
		});
		record('paper-retyped', {
			turnId: paper.turnId,
			contestantId: sheet.turn.contestantId,
			judgeId: paper.judgeId,
			judge: sheet.judge.code,
			typedBy: paper.typists.map(({ name }) => name),
			reason
		});
		return { paperId: anew.id };
	});
}
