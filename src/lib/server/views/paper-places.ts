// Every sheet of a contest that may come on paper, with the code it is printed under; no mark is read here.
import { paperCode } from '../../contest/paper-sheet.ts';
import { sheetParts, type SheetPart } from '../../contest/sheet.ts';
import { readRubrics } from '../stores/bank.ts';
import type { ContestRow } from '../stores/contests.ts';
import { markersOf, readSeating } from '../stores/markers.ts';
import type { JudgeRow } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';
import { judgedStages, turnsNow } from './stage-now.ts';

export interface PaperPlace {
	code: string;
	turn: TurnRecord;
	judge: JudgeRow;
	parts: SheetPart[];
}

/** In running order, judge by judge. */
export async function paperPlaces(db: Queryable, contest: ContestRow): Promise<PaperPlace[]> {
	const [turns, seating, rubrics] = await Promise.all([
		readTurns(db, contest.id),
		readSeating(db, contest),
		readRubrics(db, contest.id)
	]);
	return judgedStages(contest.rules).flatMap((stage) => {
		const markers = markersOf(stage, seating);
		return turnsNow(stage, turns).flatMap((turn) =>
			seating.judges.flatMap((judge) => {
				const parts = sheetParts(markers.partsOf(judge.code, turn.contestant.number, turn.session), rubrics);
				return parts.length === 0 ? [] : [{ code: paperCode(turn.id, judge.id), turn, judge, parts }];
			})
		);
	});
}
