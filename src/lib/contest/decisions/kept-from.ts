// Whom a substitute would not mark, told for all sessions at once before anybody confirms it (R315); it must not know marks.
import type { ContestantNumber, ContestRecord } from '../record/record.ts';
import { seatsOf } from '../result/expected-judges.ts';
import { indexRecord } from '../result/record-index.ts';
import { isJudged } from '../rules/parts.ts';
import { recordWith, type ProposedDecision } from './proposed-decision.ts';

/** R315: those for whom the seat was expected and would be excused by an interest of the substitute (R154), in the order of the record. */
export function keptFromSubstitute(record: ContestRecord, proposed: ProposedDecision): ContestantNumber[] {
	const { content, takesBack } = proposed;
	if (content.kind !== 'substitute' || takesBack !== null) return [];
	const [before, after] = [record, recordWith(record, proposed)].map(indexRecord);
	if (!before || !after) return [];
	const panels = record.rules.stages.flatMap(({ code, parts }) =>
		parts.filter(isJudged).flatMap((part) =>
			part.panels.map((panel) => ({
				turns: before.turns.get(code),
				seats: [before, after].map((index) => seatsOf(index, code, part, panel))
			}))
		)
	);
	const competing = record.contestants.filter(({ status }) => status === 'competing');
	const isKept = (number: ContestantNumber) =>
		panels.some(({ turns, seats }) => {
			const session = turns?.get(number)?.session ?? null;
			const [was, would] = seats.map((each) =>
				each.expectedFor(number, session).some(({ judge }) => judge.code === content.judge)
			);
			return was && !would;
		});
	return competing.map(({ number }) => number).filter(isKept);
}
