// Which sheet of a turn is meant: of the person asking, decided by the account of the seat; or of a judge somebody types for. Who marks whom decides, never what they send.
import type { TurnId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { stageOf } from '../../contest/rules/rules.ts';
import { sheetParts, type SheetPart } from '../../contest/sheet.ts';
import type { Seat } from '../seat.ts';
import { readRubrics } from '../stores/bank.ts';
import type { ContestRow } from '../stores/contests.ts';
import { markersOf, readSeating } from '../stores/markers.ts';
import { readStandingLock } from '../stores/marking-locks.ts';
import { readContestant, type JudgeRow } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readTurn, type TurnRow } from '../stores/turns.ts';

export interface OwnSheet {
	judge: JudgeRow;
	turn: TurnRow;
	/** Those the judge marks for this contestant; without those whose rubric has not been brought in. */
	parts: SheetPart[];
}

/** Refused to who is no judge of the contest, to judges who do not mark this contestant (R129, R130, R154), in a locked session (R148), and after publication. */
export function ownSheet(db: Queryable, seat: Seat, contest: ContestRow, turnId: TurnId): Promise<OwnSheet | Refusal> {
	return sheetOf(db, contest, turnId, ({ accountId }) => seat.kind === 'staff' && accountId === seat.accountId);
}

export async function sheetOf(
	db: Queryable,
	contest: ContestRow,
	turnId: TurnId,
	isMeant: (judge: JudgeRow) => boolean
): Promise<OwnSheet | Refusal> {
	if (contest.publishedAt) return refuse('result/already-published');
	const turn = await readTurn(db, contest.id, turnId);
	const contestant = turn && (await readContestant(db, contest.id, turn.contestantId));
	if (!turn || !contestant) return refuse('input/not-found');
	if (await readStandingLock(db, contest.id, turn)) return refuse('session/locked');
	const seating = await readSeating(db, contest);
	const judge = seating.judges.find(isMeant);
	if (!judge) return refuse('sheet/not-yours');
	const stage = stageOf(contest.rules, turn.stage) ?? null;
	const markers = markersOf(stage, seating);
	const marked = markers.partsOf(judge.code, contestant.number, turn.session);
	if (marked.length === 0) return refuse('sheet/not-to-mark', { number: contestant.number });
	return { judge, turn, parts: sheetParts(marked, await readRubrics(db, contest.id)) };
}
