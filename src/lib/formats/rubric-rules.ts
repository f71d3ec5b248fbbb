// What makes a rubric whole: sums, steps, bands without gap or overlap; it must not know the file it came from.
import { formatPoints } from '../contest/points.ts';
import type { CriterionValue, RubricValue } from './import-values.ts';
import type { JsonNode } from './json-node.ts';

/** The criteria, each by its weight, add up to the maximum of the rubric. */
export function checkRubric(node: JsonNode, rubric: RubricValue): void {
	const sum = rubric.criteria.reduce((points, { maxCenti, weight }) => points + maxCenti * weight, 0) / 100;
	if (rubric.maxCenti === 0 && node.problems.length === 0) node.block('max', 'import/points-not-valid', { found: '0' });
	if (rubric.criteria.length > 0 && sum !== rubric.maxCenti) {
		node.block('max', 'import/criteria-sum', { sum: show(Math.round(sum)), max: show(rubric.maxCenti) });
	}
}

/** The step is above zero and leads from the minimum to the maximum. True when bands can be measured by it. */
export function checkCriterion(node: JsonNode, { minCenti, maxCenti, stepCenti }: CriterionValue): boolean {
	if (stepCenti <= 0) node.block('step', 'import/step-not-valid', { found: show(stepCenti) });
	else if (maxCenti <= 0) node.block('max', 'import/points-not-valid', { found: show(maxCenti) });
	else if (minCenti >= maxCenti || (minCenti > 0 && (maxCenti - minCenti) % stepCenti !== 0)) {
		node.block('min', 'import/min-not-valid', { min: show(minCenti), max: show(maxCenti), step: show(stepCenti) });
	} else if ((maxCenti - minCenti) % stepCenti !== 0) {
		node.block('max', 'import/max-off-step', { max: show(maxCenti), step: show(stepCenti) });
	} else return true;
	return false;
}

/** From the minimum to the maximum, each band begins one step above the one below: min(next) = max(before) + step. */
export function checkBands(node: JsonNode, { minCenti: least, maxCenti, stepCenti, bands }: CriterionValue): void {
	for (const { label, minCenti, maxCenti: top } of bands) {
		if ((minCenti - least) % stepCenti !== 0 || (top - least) % stepCenti !== 0 || minCenti > top) {
			node.block('bands', 'import/band-not-valid', { label, step: show(stepCenti) });
		}
	}
	bands.slice(1).forEach((band, at) => {
		const before = bands[at];
		if (!before) return;
		const distance = band.minCenti - before.maxCenti - stepCenti;
		const names = { before: before.label, after: band.label };
		if (distance > 0) node.block('bands', 'import/band-gap', names);
		if (distance < 0) node.block('bands', 'import/band-overlap', names);
	});
	if (bands.length > 0 && (bands[0]?.minCenti !== least || bands.at(-1)?.maxCenti !== maxCenti)) {
		node.block('bands', 'import/band-ends', { min: show(least), max: show(maxCenti) });
	}
}

function show(points: number): string {
	return formatPoints(points);
}
