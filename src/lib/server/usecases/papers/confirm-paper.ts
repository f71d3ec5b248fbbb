// Makes a paper that two people have typed the judge's submitted sheet: from then on an ordinary locked revision, with its origin noted.
import type { Chosen, TypedSheet } from '../../../contest/paper-sheet.ts';
import { refuse, type Refusal } from '../../../contest/refusal.ts';
import { hashOfComments, hashOfMarks, totalOfSheet } from '../../../contest/sheet.ts';
import type { StaffSeat } from '../../seat.ts';
import { settlePaper, type PaperRecord } from '../../stores/paper-sheets.ts';
import { insertSheet, type SheetRecord } from '../../stores/sheets.ts';
import type { Change } from '../change-contest.ts';
import type { OwnSheet } from '../own-sheet.ts';
import { refuseUnfinished } from '../sheet-fields.ts';

interface Confirming {
	sheet: OwnSheet;
	/** The closed revision of the screen. */
	stored: SheetRecord;
	paper: PaperRecord;
	held: TypedSheet;
	/** What the head judge chose, and why; null when both entries were equal. */
	resolved: { chosen: Chosen; reason: string } | null;
}

export async function confirmPaper(
	{ db, now, record }: Change,
	seat: StaffSeat,
	{ sheet: { judge, turn, parts }, stored, paper, held, resolved }: Confirming
): Promise<Refusal | null> {
	const unfinished = refuseUnfinished(parts, held.marks, held.comments);
	if (unfinished) return unfinished;
	const at = new Date(now);
	const locked = await insertSheet(db, {
		turnId: turn.id,
		judgeId: judge.id,
		revision: stored.revision + 1,
		version: stored.version + 1,
		...held,
		savedAt: at,
		lockedAt: at,
		origin: 'paper',
		reopenReason: stored.reopenReason,
		reopenedBy: stored.reopenedBy
	});
	if (!locked) return refuse('sheet/locked');
	await settlePaper(db, paper.id, {
		state: 'confirmed',
		settledBy: seat.name,
		settledByAccount: seat.accountId,
		settledAt: at,
		settledReason: resolved?.reason ?? null,
		chosen: resolved?.chosen ?? null,
		scoresheetId: locked.id
	});
	const [first, second] = paper.typists;
	record('sheet-locked', {
		turnId: turn.id,
		contestantId: turn.contestantId,
		judgeId: judge.id,
		judge: judge.code,
		revision: stored.revision + 1,
		total: totalOfSheet(parts, held.marks),
		marksHash: hashOfMarks(held.marks),
		commentsHash: hashOfComments(held.comments),
		signedBy: 'paper',
		firstTypedBy: first?.name ?? '',
		secondTypedBy: second?.name ?? '',
		...(resolved && { settledBy: seat.name, chosen: resolved.chosen, reason: resolved.reason })
	});
	return null;
}
