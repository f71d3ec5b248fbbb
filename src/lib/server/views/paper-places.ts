// Every sheet of a contest that may come on paper, with the code it is printed under; no mark is read here.
import { paperCode } from '../../contest/paper-sheet.ts';
import { sheetParts, type SheetPart } from '../../contest/sheet.ts';
import { readRubrics } from '../stores/bank.ts';
import type { ContestRow } from '../stores/contests.ts';
import { readDecisions } from '../stores/decisions.ts';
import { markersOf } from '../stores/markers.ts';
import { readJudges, type JudgeRow } from '../stores/people.ts';
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
	const [turns, judges, rubrics, decisions] = await Promise.all([
		readTurns(db, contest.id),
		readJudges(db, contest.id),
		readRubrics(db, contest.id),
		readDecisions(db, contest.id)
	]);
	return judgedStages(contest.rules).flatMap((stage) => {
		const markers = markersOf(stage, judges, decisions);
		return turnsNow(stage, turns).flatMap((turn) =>
			judges.flatMap((judge) => {
				const parts = sheetParts(markers.partsOf(judge.code, turn.contestant.number, turn.session), rubrics);
				return parts.length === 0 ? [] : [{ code: paperCode(turn.id, judge.id), turn, judge, parts }];
			})
		);
	});
}
