// Who marks whom in a contest, from its judges and the decisions that hold; it must not know marks, sheets or who asks.
import { standingDecisions, type Decision } from '../../contest/record/decision.ts';
import { whoMarks, type Markers } from '../../contest/result/who-marks.ts';
import type { Stage } from '../../contest/rules/rules.ts';
import type { JudgeRow } from './people.ts';

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
