// Takes a sheet from the screen to paper: what was on the screen is closed and kept as it was. It must not know who may.
import { hashOfComments, hashOfMarks } from '../../../contest/sheet.ts';
import type { StaffSeat } from '../../seat.ts';
import { insertPaper, type PaperRecord } from '../../stores/paper-sheets.ts';
import { closeDraft, insertSheet, type SheetRecord } from '../../stores/sheets.ts';
import type { Change } from '../change-contest.ts';
import type { OwnSheet } from '../own-sheet.ts';

interface Opening {
	sheet: OwnSheet;
	/** The draft on the screen; null when nothing was typed yet. */
	stored: SheetRecord | null;
	/** The version that was seen: what was not seen is not closed. */
	version: number;
	/** Empty when nobody had to give one. */
	reason: string;
}

/** Null when the screen has moved on meanwhile. */
export async function openPaper(
	{ db, now, record }: Change,
	seat: StaffSeat,
	{ sheet: { judge, turn }, stored, version, reason }: Opening
): Promise<PaperRecord | null> {
	const screenSheetId = stored ? await closed(db, stored, version, now) : await blank();
	if (screenSheetId === null) return null;
	const paper = await insertPaper(db, {
		turnId: turn.id,
		judgeId: judge.id,
		screenSheetId,
		openedBy: seat.name,
		openedByAccount: seat.accountId,
		openedAt: new Date(now),
		reason
	});
	record('sheet-to-paper', {
		turnId: turn.id,
		contestantId: turn.contestantId,
		judgeId: judge.id,
		judge: judge.code,
		revision: stored?.revision ?? 1,
		marksHash: hashOfMarks(stored?.marks ?? {}),
		commentsHash: hashOfComments(stored?.comments ?? {}),
		reason
	});
	return paper;

	/** A judge who begins on the screen at this very moment meets this row, and it is one of the two. */
	async function blank(): Promise<string | null> {
		if (version !== 0) return null;
		const at = new Date(now);
		const row = { turnId: turn.id, judgeId: judge.id, version: 1, marks: {}, comments: {}, savedAt: at, closedAt: at };
		return (await insertSheet(db, row))?.id ?? null;
	}
}

async function closed(db: Change['db'], { id }: SheetRecord, version: number, now: number): Promise<string | null> {
	return (await closeDraft(db, { id, version, closedAt: new Date(now) })) ? id : null;
}
