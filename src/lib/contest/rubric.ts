// A rubric: criteria with bands, all in hundredths; it must not know who marks or how marks are put together.
import type { CriterionCode } from './ids.ts';
import type { Points } from './points.ts';

export interface Band {
	label: string;
	min: Points;
	max: Points;
	descriptor: string;
}

export interface Criterion {
	code: CriterionCode;
	name: string;
	max: Points;
	/** Marks are whole multiples of this: 25 or 50 hundredths. */
	step: Points;
	bands: Band[];
}

export interface Rubric {
	code: string;
	name: string;
	max: Points;
	criteria: Criterion[];
}

/** Marks of one sheet: null is "not marked yet", which is not zero (R23). */
export type Marks = Record<CriterionCode, Points | null>;

/** R23: a mark lies between 0 and the maximum on the criterion's step grid. */
export function isMarkOnGrid(criterion: Criterion, mark: Points): boolean {
	return Number.isInteger(mark) && mark >= 0 && mark <= criterion.max && mark % criterion.step === 0;
}

/** Criteria that have no mark yet, in the order of the rubric. */
export function missingCriteria(rubric: Rubric, marks: Marks): Criterion[] {
	return rubric.criteria.filter((criterion) => marks[criterion.code] === null || marks[criterion.code] === undefined);
}

/** Sum of the marks given so far, in hundredths. */
export function sheetTotal(rubric: Rubric, marks: Marks): Points {
	return rubric.criteria.reduce((sum, criterion) => sum + (marks[criterion.code] ?? 0), 0);
}
