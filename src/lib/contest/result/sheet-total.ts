// One judge's sheet of a part: whether it is complete and what it adds up to (R23, R120); it must not know other sheets.
import { ratio, type Points, type Ratio } from '../points.ts';
import { quotient } from '../ratio.ts';
import type { RecordedMarks, RecordedRubric } from '../record/rubric.ts';
import type { PenaltyTaken } from './stage-time.ts';

/** Hundredths by their weight in percent: 8,75 at weight 100 is 87 500. Whole, so that sums stay exact without fractions. */
export type WeightedSum = number;

/** R23: every criterion has a mark; not marked is not zero. */
export function isComplete({ criteria }: RecordedRubric, marks: RecordedMarks): boolean {
	return criteria.every(({ code }) => marks[code] !== null && marks[code] !== undefined);
}

/** A mark as it counts: less a time penalty inside its criterion (R33), never below 0. */
export function countedMark(code: string, marks: RecordedMarks, inside: InsidePenalty | null): Points {
	const mark = marks[code] ?? 0;
	if (inside === null || inside.criterion !== code) return mark;
	return inside.taken.points === 'all' ? 0 : Math.max(0, mark - inside.taken.points);
}

export interface InsidePenalty {
	criterion: string;
	taken: PenaltyTaken;
}

/** R120: Σ mark × weight. */
export function sheetSum(
	{ criteria }: RecordedRubric,
	marks: RecordedMarks,
	inside: InsidePenalty | null
): WeightedSum {
	let sum = 0;
	for (const { code, weight } of criteria) sum += countedMark(code, marks, inside) * weight;
	return sum;
}

/** In hundredths on the scale of the rubric. */
export function pointsOfSum(sum: WeightedSum): Ratio {
	return sum % 100 === 0 ? ratio(sum / 100) : quotient([sum], [100]);
}
