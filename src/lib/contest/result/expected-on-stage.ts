// Whose sheet of a turn is waited for, over all judged parts of a stage (R129, R130); it must not know marks.
import type { GroupCode } from '../ids.ts';
import type { ContestantNumber, JudgeCode } from '../record/record.ts';
import { isJudged } from '../rules/parts.ts';
import type { Stage } from '../rules/rules.ts';
import { seatsOf } from './expected-judges.ts';
import type { RecordIndex } from './record-index.ts';

export type ExpectedOnStage = (contestant: ContestantNumber, session: GroupCode | null) => Set<JudgeCode>;

/**
 * R129: a judge is expected who sits in a panel of any judged part of the stage and has not recused from all of those parts;
 * R130: the substitute in the judge's place. Nobody is expected in a stage that judges do not mark.
 */
export function expectedOnStage(
	people: Pick<RecordIndex, 'judges' | 'decisions'>,
	stage: Pick<Stage, 'parts'>
): ExpectedOnStage {
	const seats = stage.parts
		.filter(isJudged)
		.flatMap((part) => part.panels.map((panel) => seatsOf(people, part, panel)));
	return (contestant, session) =>
		new Set(
			seats.flatMap((seat) =>
				seat.expectedFor(contestant, session).map(({ judge, substitute }) => (substitute ?? judge).code)
			)
		);
}
