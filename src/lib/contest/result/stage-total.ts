// The total of a stage and what it is made of (R40, R160, R161); it must not know how a part's points came about, nor any rank.
import type { StageCode } from '../ids.ts';
import { ratio, type Points, type Ratio } from '../points.ts';
import { plus, quotient } from '../ratio.ts';
import type { ContestantNumber } from '../record/record.ts';
import type { Rounding } from '../rules/rules.ts';
import { adjustments } from './part-points.ts';
import type { StageIndex } from './record-index.ts';
import type { PartScore, StageScore } from './result.ts';
import { roundPoints } from './rounding.ts';

/** Announced totals of the stages before. */
export type EarlierTotals = Map<StageCode, Map<ContestantNumber, Points>>;

/** What each entrant has: the parts, R161 the totals carried by their weights, and R160 points given or taken by decision. */
export function stageScores(
	stageIndex: StageIndex,
	parts: Map<string, Map<ContestantNumber, PartScore | null>>,
	earlier: EarlierTotals
): StageScore[] {
	const { stage, entrants } = stageIndex;
	const adjustmentOf = adjustments(stageIndex, null);
	return entrants.map(({ number, status }) => ({
		contestant: number,
		status,
		parts: Object.fromEntries(stage.parts.map(({ code }) => [code, parts.get(code)?.get(number) ?? null])),
		carried: stage.carry.flatMap(({ stage: from, weight }) => {
			const total = earlier.get(from)?.get(number);
			return total === undefined ? [] : [{ stage: from, points: quotient([total, weight], [100]) }];
		}),
		adjusted: adjustmentOf(number).points
	}));
}

/**
 * R40: parts, carried totals and points by decision, added. Rounded part by part (what is carried counts as one), or once
 * at the end; never below 0. A missing part adds nothing. `exact` is the same before any rounding.
 */
export function totalOf(score: StageScore, rounding: Rounding): { total: Points; exact: Ratio } {
	let exact: Ratio = ratio(score.adjusted);
	let printed = score.adjusted;
	for (const part of Object.values(score.parts)) {
		if (!part) continue;
		exact = plus(exact, part.counted);
		printed += part.points;
	}
	for (const { points } of score.carried) {
		exact = plus(exact, points);
		printed += roundPoints(points, rounding);
	}
	const total = rounding.at === 'part' ? printed : roundPoints(exact, rounding);
	return { total: Math.max(0, total), exact: exact.numerator < 0 ? ratio(0) : exact };
}
