// Which parts of a stage each judge marks for a contestant, after what people decided (R129, R130, R136, R154): asked by sheets and by whoever waits for them; it must not know marks.
import type { GroupCode } from '../ids.ts';
import type { ContestantNumber, JudgeCode } from '../record/record.ts';
import { isJudged, type JudgedPart } from '../rules/parts.ts';
import type { Stage } from '../rules/rules.ts';
import { seatsOf, type SeatFacts } from './expected-judges.ts';

export interface Markers {
	/** The parts on this judge's sheet, in the order of the rules; none for who does not mark this contestant. */
	partsOf(judge: JudgeCode, contestant: ContestantNumber, session: GroupCode | null): JudgedPart[];
	/** Whose sheet is waited for: everybody with a part of it to mark, but for shadow judges (R157). */
	of(contestant: ContestantNumber, session: GroupCode | null): Set<JudgeCode>;
}

/** From the very seats the result is counted by, so that nobody is waited for whose sheet would not count, or the other way round. */
export function whoMarks(people: SeatFacts, stage: Pick<Stage, 'code' | 'parts'>): Markers {
	const parts = stage.parts
		.filter(isJudged)
		.map((part) => ({ part, seats: part.panels.map((panel) => seatsOf(people, stage.code, part, panel)) }));
	return {
		partsOf: (judge, contestant, session) =>
			parts
				.filter(({ seats }) =>
					seats.some(
						(each) =>
							each.markersFor(contestant, session).includes(judge) ||
							each.shadowsFor(contestant, session).includes(judge)
					)
				)
				.map(({ part }) => part),
		of: (contestant, session) =>
			new Set(parts.flatMap(({ seats }) => seats.flatMap((each) => each.markersFor(contestant, session))))
	};
}
