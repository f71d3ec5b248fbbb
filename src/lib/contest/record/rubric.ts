// A rubric as the record carries it: criteria with limits, steps and weights; it must not know who marks.
import type { CriterionCode, Percent } from '../ids.ts';
import type { Points } from '../points.ts';

export interface RecordedRubric {
	code: string;
	name: string;
	/** What its criteria add up to, each by its weight. */
	max: Points;
	criteria: RecordedCriterion[];
}

export interface RecordedCriterion {
	/** Unique over all rubrics of a contest. */
	code: CriterionCode;
	name: string;
	min: Points;
	max: Points;
	/** Marks are `min` plus whole multiples of this. */
	step: Points;
	/** 100 counts a mark as it is. */
	weight: Percent;
	/** When a judge must write a note: never, always, or for a mark below this. */
	noteRequired: 'never' | 'always' | { below: Points };
}

export type RecordedMarks = Record<CriterionCode, Points | null>;
