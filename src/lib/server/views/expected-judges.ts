// Whose sheets each turn of a stage waits for, from the panel and what people decided; it must not know marks.
import { standingDecisions, type Decision } from '../../contest/record/decision.ts';
import type { JudgeCode } from '../../contest/record/record.ts';
import { expectedOnStage } from '../../contest/result/expected-on-stage.ts';
import type { Stage } from '../../contest/rules/rules.ts';
import type { JudgeRow } from '../stores/people.ts';
import type { TurnRecord } from '../stores/turns.ts';

/** Codes of the judges by turn; nobody is waited for where judges mark nothing. */
export function expectedJudges(
	stage: Stage | null,
	judges: JudgeRow[],
	decisions: Decision[]
): (turn: TurnRecord) => Set<JudgeCode> {
	if (!stage) return () => new Set();
	const expected = expectedOnStage(
		{
			decisions: standingDecisions(decisions),
			judges: new Map(judges.map(({ code, fullName, role, panels }) => [code, { code, name: fullName, role, panels }]))
		},
		stage
	);
	return ({ contestant, session }) => expected(contestant.number, session);
}
