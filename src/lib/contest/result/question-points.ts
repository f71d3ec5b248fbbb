// The points of one question for everybody who was asked (R10, R11, R105–R107); it must not know the key.
import { ratio, type Points, type Ratio } from '../points.ts';
import { quotient, times } from '../ratio.ts';
import type { QuestionScoring } from '../rules/parts.ts';
import { roundPoints } from './rounding.ts';

export interface MarkedAnswer {
	share: Ratio;
	/** From the start of the timer, pauses taken out. */
	usedMs: number;
}

export interface AskedQuestion {
	/** The question's whole time, extensions included. */
	allowedMs: number;
	/** The question's own points; null for those of the part. By order of time (`rank`) they play no role. */
	ownPoints: Points | null;
}

const isAll = ({ numerator, denominator }: Ratio) => numerator === denominator;
const hundredths = { mode: 'half-up', decimals: 2 } as const;

/** The most the question can bring. */
export function fullPoints(scoring: QuestionScoring, ownPoints: Points | null): Points {
	return scoring.kind === 'rank' ? (scoring.bonuses[0] ?? 0) : (ownPoints ?? scoring.points);
}

/**
 * One value for each answer, in their order; null is no answer. Whole hundredths, rounded half up (R2), because they are announced.
 *
 * R10 fixed, times the share that is right. R105: an answer that gets nothing right brings `wrong`, none at all `blank`.
 * R11 speed: the line from all P points at once to s percent of them at the deadline, `P · (100·T − (100 − s)·t) / (100·T)`
 * for t of T ms used; R106: within `fullWithinMs` all of them.
 * R107 by order: who is wholly right is placed by time in whole ticks, equal times share a place, and the next is skipped; a
 * share below 0 (R101) is wrong here, elsewhere it takes points off:
 *
 * | bonuses 40, 30, 20, 10; used 1,20 · 1,20 · 1,31 · 2,00 s | 40 | 40 | 20 | 10 |
 */
export function pointsOfQuestion(
	scoring: QuestionScoring,
	{ allowedMs, ownPoints }: AskedQuestion,
	answers: (MarkedAnswer | null)[]
): Points[] {
	const placeOf = scoring.kind === 'rank' ? placesByTime(scoring.tickMs, answers) : null;
	return answers.map((answer) => {
		if (answer === null) return scoring.blank;
		const { share } = answer;
		if (share.numerator === 0 || (share.numerator < 0 && scoring.kind === 'rank')) return scoring.wrong;
		if (scoring.kind === 'rank') return isAll(share) ? (scoring.bonuses[placeOf?.(answer.usedMs) ?? 0] ?? 0) : 0;
		const most = fullPoints(scoring, ownPoints);
		const reached = scoring.kind === 'speed' ? speedPoints(scoring, most, allowedMs, answer.usedMs) : ratio(most);
		// Most answers are wholly right or wrong and need no arithmetic.
		if (isAll(share) && reached.denominator === 1) return Number(reached.numerator);
		return roundPoints(times(reached, [share.numerator], [share.denominator]), hundredths);
	});
}

function speedPoints(
	{ leastShare, fullWithinMs }: Extract<QuestionScoring, { kind: 'speed' }>,
	most: Points,
	allowedMs: number,
	usedMs: number
): Ratio {
	const used = Math.min(Math.max(Math.round(usedMs), 0), allowedMs);
	if (allowedMs <= 0 || used <= fullWithinMs) return ratio(most);
	return quotient([most, 100 * allowedMs - (100 - leastShare) * used], [100, allowedMs]);
}

/** How many wholly right answers were strictly faster. */
function placesByTime(tickMs: number, answers: (MarkedAnswer | null)[]): (usedMs: number) => number {
	const tick = (usedMs: number) => Math.floor(Math.max(0, usedMs) / tickMs);
	const ticks = answers
		.filter((answer) => answer !== null)
		.filter(({ share }) => isAll(share))
		.map(({ usedMs }) => tick(usedMs))
		.sort((a, b) => a - b);
	const placeOf = new Map<number, number>();
	for (const [place, at] of ticks.entries()) if (!placeOf.has(at)) placeOf.set(at, place);
	return (usedMs) => placeOf.get(tick(usedMs)) ?? 0;
}
