// The points of a judged part from the locked sheets of its panel (R20–R23, R33); it must not know drafts or people.
import type { CriterionCode, JudgeId } from './ids.ts';
import { aggregate } from './panel.ts';
import type { PartScore } from './part-score.ts';
import { ratio, roundHalfUp, type Ratio } from './points.ts';
import { clamp, plus, quotient } from './ratio.ts';
import { missingCriteria, sheetTotal, type Marks, type Rubric } from './rubric.ts';
import type { JudgedPart } from './rules.ts';
import { marksAfterTime, timePenalty, usedMs, type PenaltyTaken, type TurnClock } from './timing.ts';

/** A locked sheet; it may carry marks of other rubrics too. */
export interface LockedSheet {
	judgeId: JudgeId;
	marks: Marks;
}

/**
 * aggregate of the sheet totals × part.maxPoints / rubric.max − penalty on the part, held within 0…max, rounded once.
 * A sheet that leaves a criterion of this rubric unmarked does not count (R23). Null while no sheet counts.
 */
export function judgedPartScore(
	part: JudgedPart,
	rubric: Rubric,
	sheets: LockedSheet[],
	clock: TurnClock | null
): PartScore | null {
	const taken = penaltyOf(part, clock);
	const counted = sheets
		.filter(({ marks }) => missingCriteria(rubric, marks).length === 0)
		.map(({ judgeId, marks }) => ({ judgeId, marks: taken ? marksAfterTime(marks, part.timing, taken.used) : marks }));
	const totals = counted.map(({ marks }) => sheetTotal(rubric, marks));
	const panel = aggregate(part.aggregation, totals);
	if (panel === null) return null;

	const onPart = taken !== null && part.timing?.penalty?.place.kind === 'part' ? taken.penalty.points : 0;
	const scaled = quotient([panel.value.numerator, part.maxPoints], [panel.value.denominator, rubric.max]);
	const exact = clamp(plus(scaled, ratio(-onPart)), ratio(0), ratio(part.maxPoints));
	const remaining = counted.filter((_, position) => !panel.dropped.includes(position));
	return {
		part: part.code,
		points: roundHalfUp(exact),
		exact,
		penalty: taken?.penalty.points ?? 0,
		details: {
			sheets: counted.map(({ judgeId }, position) => ({
				judgeId,
				total: totals[position] ?? 0,
				dropped: panel.dropped.includes(position)
			})),
			criteria: Object.fromEntries(
				rubric.criteria.map(({ code }) => [
					code,
					criterionMean(
						code,
						remaining.map(({ marks }) => marks)
					)
				])
			),
			...(taken && { penaltyExplanation: taken.penalty.explanation })
		}
	};
}

/** R22: the mean of one criterion over the given sheets, exact; sheets without a mark are left out; 0 when none is left. */
export function criterionMean(code: CriterionCode, sheets: Marks[]): Ratio {
	const marks = sheets.map((sheet) => sheet[code]).filter((mark) => mark !== null && mark !== undefined);
	return marks.length === 0 ? ratio(0) : quotient([marks.reduce((sum, mark) => sum + mark, 0)], [marks.length]);
}

/** Only a turn that has ended can have used too much or too little time. */
function penaltyOf(part: JudgedPart, clock: TurnClock | null): { penalty: PenaltyTaken; used: number } | null {
	if (part.timing === null || clock === null || clock.startedAt === null || clock.endedAt === null) return null;
	const used = usedMs(clock, clock.endedAt);
	const penalty = timePenalty(part.timing, used);
	return penalty && { penalty, used };
}
