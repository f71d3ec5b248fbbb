// A rubric as judges mark with it: criteria with bands, all in hundredths; it must not know who marks or how marks are put together.
import { roundPoints } from './result/rounding.ts';
import { ratio, type Points } from './points.ts';
import { plus, quotient } from './ratio.ts';
import type { RecordedCriterion, RecordedMarks, RecordedRubric } from './record/rubric.ts';

export interface Band {
	label: string;
	min: Points;
	max: Points;
	descriptor: string;
}

export interface Criterion extends RecordedCriterion {
	bands: Band[];
}

export interface Rubric extends RecordedRubric {
	criteria: Criterion[];
}

/** Marks of one sheet: null is "not marked yet", which is not zero (R23). */
export type Marks = RecordedMarks;

/** R23: a mark lies between the criterion's minimum and maximum on its step grid. */
export function isMarkOnGrid(
	{ min, max, step }: Pick<RecordedCriterion, 'min' | 'max' | 'step'>,
	mark: Points
): boolean {
	return Number.isSafeInteger(mark) && mark >= min && mark <= max && (mark - min) % step === 0;
}

/** Whether a judge must write a note beside this mark; never beside no mark. */
export function needsNote({ noteRequired }: Pick<Criterion, 'noteRequired'>, mark: Points | null): boolean {
	if (mark === null || noteRequired === 'never') return false;
	return noteRequired === 'always' || mark < noteRequired.below;
}

/** Criteria that have no mark yet, in the order of the rubric. */
export function missingCriteria<Kind extends RecordedCriterion>(rubric: { criteria: Kind[] }, marks: Marks): Kind[] {
	return rubric.criteria.filter((criterion) => marks[criterion.code] === null || marks[criterion.code] === undefined);
}

/** R120: sum of the marks given so far by the weights of their criteria, in hundredths, as it is shown. */
export function sheetTotal(rubric: Pick<RecordedRubric, 'criteria'>, marks: Marks): Points {
	const sum = rubric.criteria.reduce(
		(total, { code, weight }) => plus(total, quotient([marks[code] ?? 0, weight], [100])),
		ratio(0)
	);
	return roundPoints(sum, { mode: 'half-up', decimals: 2 });
}
