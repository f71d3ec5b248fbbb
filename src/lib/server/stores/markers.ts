// Who marks whom in a contest, from its judges and the decisions that hold; it must not know marks, sheets or who asks.
import { standingDecisions, type Decision } from '../../contest/record/decision.ts';
import { whoMarks, type Markers } from '../../contest/result/who-marks.ts';
import type { Stage } from '../../contest/rules/rules.ts';
import type { ContestId } from '../../contest/ids.ts';
import { readDecisions } from './decisions.ts';
import { readJudges, type JudgeRow } from './people.ts';
import type { Queryable } from './queryable.ts';

/** Without a stage nobody marks anybody. */
export function markersOf(stage: Stage | null, judges: JudgeRow[], decisions: Decision[]): Markers {
	return whoMarks(
		{
			decisions: standingDecisions(decisions),
			judges: new Map(judges.map(({ code, fullName, role, panels }) => [code, { code, name: fullName, role, panels }]))
		},
		stage ?? { parts: [] }
	);
}

export async function readMarkers(db: Queryable, contestId: ContestId, stage: Stage | null): Promise<Markers> {
	return markersOf(stage, await readJudges(db, contestId), await readDecisions(db, contestId));
}
