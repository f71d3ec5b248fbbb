// Whether the parts of a stage can be run: points, rubrics, panels, time, questions (R91–R93); it must not know people.
import type { RecordedCriterion, RecordedRubric } from '../record/rubric.ts';
import { isJudged, isQuiz, type JudgedPart, type Part, type QuizPart } from '../rules/parts.ts';
import type { TimeCost, Timing } from '../rules/timing.ts';
import { checkPanel } from './check-panel.ts';
import { isPositive, isWithin, repeated, weightedPoints, when, type Problem } from './problem.ts';

export type Rubrics = Map<string, RecordedRubric>;

export function checkPart(part: Part, path: string, rubrics: Rubrics): Problem[] {
	return [
		...when(!isPositive(part.maxPoints), 'points-not-positive', `${path}.maxPoints`, { part: part.title }),
		...when(!isWithin(part.weight, 0, 1000), 'weight-range', `${path}.weight`, { part: part.title }),
		...(isJudged(part) ? checkJudged(part, path, rubrics) : []),
		...(isQuiz(part) ? checkQuiz(part, path) : [])
	];
}

/** R91: Σ of the criteria's maxima by their weights is the rubric's maximum; marks fit the grid of each criterion. */
function checkJudged(part: JudgedPart, path: string, rubrics: Rubrics): Problem[] {
	const rubric = rubrics.get(part.rubric);
	const name = { part: part.title };
	const weights = part.panels.reduce((sum, { weight }) => sum + weight, 0);
	return [
		...when(!rubric, 'rubric-missing', `${path}.rubric`, { ...name, rubric: part.rubric }),
		...(rubric ? checkRubric(rubric, `${path}.rubric`) : []),
		...when(part.panels.length === 0, 'panels-none', `${path}.panels`, name),
		...repeated(part.panels, ({ code }) => code).flatMap(({ at, key }) =>
			when(true, 'panel-twice', `${path}.panels[${at}].code`, { ...name, panel: key })
		),
		...when(part.panels.length > 0 && weights !== 100, 'panel-weights', `${path}.panels`, { ...name, weights }),
		...part.panels.flatMap((panel, at) => checkPanel(panel, part, `${path}.panels[${at}]`)),
		...(part.timing ? checkTiming(part.timing, `${path}.timing`, part, rubric) : [])
	];
}

function checkRubric(rubric: RecordedRubric, path: string): Problem[] {
	const sum = rubric.criteria.reduce((points, { max, weight }) => points + max * weight, 0);
	return [
		...when(sum !== rubric.max * 100 || !isPositive(rubric.max), 'rubric-sum', path, {
			rubric: rubric.code,
			sum: weightedPoints(sum),
			max: rubric.max
		}),
		...rubric.criteria
			.filter((criterion) => !fitsGrid(criterion))
			.flatMap(({ code }) => when(true, 'criterion-grid', path, { rubric: rubric.code, criterion: code }))
	];
}

function fitsGrid({ min, max, step, weight }: RecordedCriterion): boolean {
	return isPositive(step) && isWithin(min, 0, max) && isPositive(max) && (max - min) % step === 0 && weight > 0;
}

/** R92. */
function checkTiming(timing: Timing, path: string, part: JudgedPart, rubric: RecordedRubric | undefined): Problem[] {
	const { penalty, stopAfterMs } = timing;
	const name = { part: part.title };
	const inOrder =
		isPositive(timing.mostMs) &&
		isWithin(timing.leastMs, 0, timing.mostMs) &&
		isWithin(timing.warnBeforeMs, 0, timing.mostMs) &&
		isWithin(timing.graceMs, 0, timing.mostMs) &&
		(stopAfterMs === null || isWithin(stopAfterMs, 0, Number.MAX_SAFE_INTEGER));
	const problems = when(!inOrder, 'time-limits', path, name);
	if (penalty === null) return problems;
	const criterion = penalty.place.kind === 'criterion' ? penalty.place.criterion : null;
	const isKnown = criterion === null || !rubric || rubric.criteria.some(({ code }) => code === criterion);
	const costs = [penalty.over, penalty.under].filter((cost) => cost !== null);
	const isSized = costs.length > 0 && costs.every(isCostSized) && (penalty.cap === null || isPositive(penalty.cap));
	return [
		...problems,
		...when(!isSized, 'penalty-size', `${path}.penalty`, name),
		...when(!costs.every(areBandsInOrder), 'penalty-bands', `${path}.penalty`, name),
		...when(!isKnown, 'penalty-criterion', `${path}.penalty.place.criterion`, { ...name, criterion: criterion ?? '' })
	];
}

function isCostSized(cost: TimeCost): boolean {
	if (cost.kind === 'linear') return isPositive(cost.perMinute);
	if (cost.kind === 'zero') return true;
	return cost.bands.length > 0 && cost.bands.every(({ points }) => points === 'all' || isPositive(points));
}

/** Each band begins later and takes more than the one before. */
function areBandsInOrder(cost: TimeCost): boolean {
	if (cost.kind !== 'bands') return true;
	return cost.bands.every(({ beyondMs, points }, at) => {
		const before = cost.bands[at - 1];
		if (!isWithin(beyondMs, 0, Number.MAX_SAFE_INTEGER)) return false;
		if (!before) return true;
		const takesMore = before.points !== 'all' && (points === 'all' || points > before.points);
		return beyondMs > before.beyondMs && takesMore;
	});
}

/** R93. */
function checkQuiz(part: QuizPart, path: string): Problem[] {
	const { scoring, marking } = part;
	const name = { part: part.title };
	const points = scoring.kind === 'rank' ? scoring.bonuses : [scoring.points];
	const isFalling = points.every((bonus, at) => isPositive(bonus) && bonus <= (points[at - 1] ?? bonus));
	const shares = [
		scoring.kind !== 'speed' || (isWithin(scoring.leastShare, 0, 100) && scoring.fullWithinMs >= 0),
		marking.multiple.kind !== 'right-minus-wrong' || isWithin(marking.multiple.leastShare, -100, 0)
	];
	return [
		...when(!isPositive(part.questionCount), 'questions-none', `${path}.questionCount`, name),
		...when(scoring.kind !== 'rank' && !isFalling, 'question-points', `${path}.scoring.points`, name),
		...when(
			scoring.kind === 'rank' && !(isFalling && points.length > 0 && isPositive(scoring.tickMs)),
			'rank-bonuses',
			`${path}.scoring`,
			name
		),
		...when(shares.includes(false), 'speed-share', path, name),
		...when(scoring.wrong > 0 || scoring.blank > 0, 'wrong-adds', `${path}.scoring`, name)
	];
}
