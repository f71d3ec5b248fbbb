// Whose sheet goes over to paper or back: the asker's own, or that of a judge for whom a secretary acts; it must not know which way.
import type { JudgeId, TurnId } from '../../../contest/ids.ts';
import type { Refusal } from '../../../contest/refusal.ts';
import { may } from '../../permissions.ts';
import type { Seat } from '../../seat.ts';
import type { Change } from '../change-contest.ts';
import { ownSheet, sheetOf, type OwnSheet } from '../own-sheet.ts';

/** Without a judge the asker's own sheet; another's only for those who type from paper. */
export function movableSheet(
	{ db, contest }: Change,
	seat: Seat,
	{ turnId, judgeId }: { turnId: TurnId; judgeId?: JudgeId | undefined }
): Promise<OwnSheet | Refusal> {
	if (judgeId === undefined || !may(seat, 'papers:enter', contest.id)) return ownSheet(db, seat, contest, turnId);
	return sheetOf(db, contest, turnId, ({ id }) => id === judgeId);
}
