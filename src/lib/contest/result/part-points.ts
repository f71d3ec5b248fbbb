// From what was reached in a part to the points that count (R2, R108, R109); the same for every kind of part.
import type { Bilingual } from '../ids.ts';
import { formatPoints, ratio, type Points, type Ratio } from '../points.ts';
import { clamp, plus, times } from '../ratio.ts';
import { decisionsOf } from '../record/decision.ts';
import type { ContestantNumber } from '../record/record.ts';
import type { Part } from '../rules/parts.ts';
import type { Rounding } from '../rules/rules.ts';
import type { StageIndex } from './record-index.ts';
import type { PartScore } from './result.ts';
import { roundPoints } from './rounding.ts';

/** Points added or taken off by decision, with a sentence for each. */
export interface Adjustment {
	points: Points;
	notes: Bilingual[];
}

const nothing: Adjustment = { points: 0, notes: [] };

/** R108: all decisions about points of a part (or, for null, of the total of the stage) add up. */
export function adjustments(
	{ index, stage }: StageIndex,
	part: string | null
): (contestant: ContestantNumber) => Adjustment {
	const byContestant = new Map<ContestantNumber, Adjustment>();
	for (const decision of decisionsOf(index.decisions, 'points')) {
		if (decision.stage !== stage.code || decision.part !== part) continue;
		const { points, notes } = byContestant.get(decision.contestant) ?? nothing;
		byContestant.set(decision.contestant, {
			points: points + decision.points,
			notes: [...notes, noteOf(decision.points, decision.reason)]
		});
	}
	return (contestant) => byContestant.get(contestant) ?? nothing;
}

function noteOf(points: Points, reason: string): Bilingual {
	const size = Math.abs(points);
	if (points === 0)
		return { vi: `Không trừ điểm nộp muộn: ${reason}`, en: `No points taken off for lateness: ${reason}` };
	return points < 0
		? {
				vi: `Trừ ${formatPoints(size, 'vi')} điểm: ${reason}`,
				en: `${formatPoints(size, 'en')} points taken off: ${reason}`
			}
		: {
				vi: `Cộng ${formatPoints(size, 'vi')} điểm: ${reason}`,
				en: `${formatPoints(size, 'en')} points added: ${reason}`
			};
}

/**
 * R109: what was reached and what was added or taken off, held within 0…`maxPoints`; then the weight; rounded where the
 * rules say, and for print in any case.
 */
export function partPoints(
	part: Pick<Part, 'maxPoints' | 'weight'>,
	rounding: Rounding,
	reached: Ratio,
	adjusted: Points
): Pick<PartScore, 'exact' | 'counted' | 'points'> {
	const sum = adjusted === 0 ? reached : plus(reached, ratio(adjusted));
	const exact = clamp(sum, ratio(0), ratio(part.maxPoints));
	const counted = part.weight === 100 ? exact : times(exact, [part.weight], [100]);
	return { exact, counted, points: roundPoints(counted, rounding) };
}
