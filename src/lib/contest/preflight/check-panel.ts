// Whether a panel's way of marking can work (R94, R95); it must not know its judges.
import type { JudgedPart } from '../rules/parts.ts';
import { waitsForAll, type Divergence, type DivergenceLevel, type Panel } from '../rules/panels.ts';
import { isPositive, repeated, when, type Problem } from './problem.ts';

/** R94: enough sheets are left after dropping; a sum only of raw points and with every judge there. */
export function checkPanel(panel: Panel, part: JudgedPart, path: string): Problem[] {
	const { aggregation } = panel;
	const name = { part: part.title, panel: panel.title };
	const isSum = aggregation.kind === 'sum';
	return [
		...when(!isPositive(panel.leastSheets) || !isPositive(panel.weight), 'panel-least', path, name),
		...when(
			aggregation.kind === 'trimmed' &&
				!(
					aggregation.high >= 0 &&
					aggregation.low >= 0 &&
					isPositive(aggregation.high + aggregation.low) &&
					aggregation.leastPanel > aggregation.high + aggregation.low
				),
			'trim-too-much',
			`${path}.aggregation`,
			name
		),
		...when(isSum && part.scale !== 'raw', 'sum-needs-raw', `${path}.aggregation`, name),
		...when(isSum && !waitsForAll(panel.missing), 'sum-needs-all', `${path}.missing`, name),
		...when(
			aggregation.kind === 'weighted-mean' &&
				(aggregation.weights.length === 0 ||
					aggregation.weights.some(({ weight }) => !isPositive(weight)) ||
					repeated(aggregation.weights, ({ role }) => role).length > 0),
			'role-weight',
			`${path}.aggregation`,
			name
		),
		...(panel.divergence ? checkDivergence(panel.divergence, `${path}.divergence`, name) : [])
	];
}

/** R95: levels from the mildest to the gravest, in the unit of their metric; single sheets are excluded only by a metric that looks at single sheets. */
function checkDivergence({ metric, levels }: Divergence, path: string, name: Problem['details']): Problem[] {
	const isUnitOfMetric = ({ threshold }: DivergenceLevel) =>
		(threshold.kind === 'confidence') === (metric === 'dixon-q') && threshold.kind === levels[0]?.threshold.kind;
	const isRising = levels.every((level, at) => {
		const before = levels[at - 1];
		return isPositive(sizeOf(level)) && (!before || sizeOf(level) > sizeOf(before));
	});
	return [
		...when(levels.length === 0 || !isRising, 'divergence-levels', path, name),
		...when(!levels.every(isUnitOfMetric), 'divergence-unit', path, name),
		...when(metric === 'spread' && levels.some(({ action }) => action === 'exclude'), 'divergence-exclude', path, name)
	];
}

function sizeOf({ threshold }: DivergenceLevel): number {
	return threshold.kind === 'points' ? threshold.points : threshold.percent;
}
