// What makes a rubric whole: sums, steps, bands without gap or overlap; it must not know the file it came from.
import { formatPoints } from '../contest/points.ts';
import type { CriterionValue, RubricValue } from './import-values.ts';
import type { Problem, ProblemParams, RowProblemCode } from './problem.ts';

export type RubricField = 'min' | 'max' | 'step' | 'bands';

/** Where findings about a rubric or a criterion are written down: an object of a JSON file, or rows of a table. */
export interface RubricPlace {
	readonly problems: readonly Problem[];
	block<C extends RowProblemCode>(field: RubricField, code: C, params: ProblemParams[C]): void;
}

/** The criteria, each by its weight, add up to the maximum of the rubric. */
export function checkRubric(place: RubricPlace, rubric: RubricValue): void {
	const sum = rubric.criteria.reduce((points, { maxCenti, weight }) => points + maxCenti * weight, 0) / 100;
	if (rubric.maxCenti === 0 && place.problems.length === 0)
		place.block('max', 'import/points-not-valid', { found: '0' });
	if (rubric.criteria.length > 0 && sum !== rubric.maxCenti) {
		place.block('max', 'import/criteria-sum', { sum: show(Math.round(sum)), max: show(rubric.maxCenti) });
	}
}

/** The step is above zero and leads from the minimum to the maximum. True when bands can be measured by it. */
export function checkCriterion(place: RubricPlace, { minCenti, maxCenti, stepCenti }: CriterionValue): boolean {
	if (stepCenti <= 0) place.block('step', 'import/step-not-valid', { found: show(stepCenti) });
	else if (maxCenti <= 0) place.block('max', 'import/points-not-valid', { found: show(maxCenti) });
	else if (minCenti >= maxCenti || (minCenti > 0 && (maxCenti - minCenti) % stepCenti !== 0)) {
		place.block('min', 'import/min-not-valid', { min: show(minCenti), max: show(maxCenti), step: show(stepCenti) });
	} else if ((maxCenti - minCenti) % stepCenti !== 0) {
		place.block('max', 'import/max-off-step', { max: show(maxCenti), step: show(stepCenti) });
	} else return true;
	return false;
}

/** From the minimum to the maximum, each band begins one step above the one below: min(next) = max(before) + step. */
export function checkBands(place: RubricPlace, { minCenti: least, maxCenti, stepCenti, bands }: CriterionValue): void {
	for (const { label, minCenti, maxCenti: top } of bands) {
		if ((minCenti - least) % stepCenti !== 0 || (top - least) % stepCenti !== 0 || minCenti > top) {
			place.block('bands', 'import/band-not-valid', { label, step: show(stepCenti) });
		}
	}
	bands.slice(1).forEach((band, at) => {
		const before = bands[at];
		if (!before) return;
		const distance = band.minCenti - before.maxCenti - stepCenti;
		const names = { before: before.label, after: band.label };
		if (distance > 0) place.block('bands', 'import/band-gap', names);
		if (distance < 0) place.block('bands', 'import/band-overlap', names);
	});
	if (bands.length > 0 && (bands[0]?.minCenti !== least || bands.at(-1)?.maxCenti !== maxCenti)) {
		place.block('bands', 'import/band-ends', { min: show(least), max: show(maxCenti) });
	}
}

function show(points: number): string {
	return formatPoints(points);
}
