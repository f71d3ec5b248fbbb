// A paper that waits for the head judge, with what was typed from it; refused to those who may not see or settle it.
import { isRefusal, refuse, type Refusal } from '../../../contest/refusal.ts';
import type { StaffSeat } from '../../seat.ts';
import { readBlindTurns } from '../../stores/blind-turns.ts';
import { readPapers, type PaperRecord } from '../../stores/paper-sheets.ts';
import { readSheet, type SheetRecord } from '../../stores/sheets.ts';
import type { Change } from '../change-contest.ts';
import { sheetOf, type OwnSheet } from '../own-sheet.ts';

export interface OpenPaper {
	paper: PaperRecord;
	sheet: OwnSheet;
	/** The closed revision of the screen. */
	stored: SheetRecord;
}

/** The head judge's own sheet is no secret from the head judge; another's is until the own one is locked (T-23). */
export async function typedPaper(
	{ db, contest }: Change,
	seat: StaffSeat,
	paperId: string
): Promise<OpenPaper | Refusal> {
	const paper = (await readPapers(db, contest.id)).find(({ id }) => id === paperId);
	if (!paper) return refuse('input/not-found');
	if (paper.state !== 'open') return refuse('paper/not-there');
	const sheet = await sheetOf(db, contest, paper.turnId, ({ id }) => id === paper.judgeId);
	if (isRefusal(sheet)) return sheet;
	const isOwn = sheet.judge.accountId === seat.accountId;
	if (!isOwn && (await readBlindTurns(db, contest.id, seat.accountId)).has(paper.turnId))
		return refuse('paper/still-blind');
	if (paper.typists.some(({ accountId }) => accountId === seat.accountId)) return refuse('paper/typed-by-you');
	const stored = await readSheet(db, paper.turnId, paper.judgeId);
	return stored ? { paper, sheet, stored } : refuse('paper/not-there');
}
