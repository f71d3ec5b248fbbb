// What a contestant has for one key of the tie-break chain (R42, R162–R165); it must not know ranks.
import { ratio, type Ratio } from '../points.ts';
import { compareRatios, times } from '../ratio.ts';
import type { Rounding } from '../rules/rules.ts';
import type { TieBreak } from '../rules/ties.ts';
import { median } from './aggregate.ts';
import type { JudgedDetail, PartScore, QuizDetail, StageScore } from './result.ts';
import { roundPoints } from './rounding.ts';

export interface TieFacts {
	score: StageScore;
	exactTotal: Ratio;
	rounding: Rounding;
	/** Announced total of an earlier stage; null where there was none. */
	earlierTotal: (stage: string) => number | null;
}

/**
 * R42. Points of a part are those before its weight, so that a part that weighs nothing can part the tied. A missing part
 * counts as 0 points, 0 right answers, 0 top marks. Nobody without a time comes before a time (null). R162 median of the
 * judges' sheets that count; R163 criteria given their maximum; R164 time on stage in whole seconds, as the clock shows it.
 * Keys that people decide have no value of their own.
 */
export function tieValue(tieBreak: TieBreak, { score, exactTotal, rounding, earlierTotal }: TieFacts): Ratio | null {
	const parts = Object.values(score.parts).filter((part) => part !== null);
	switch (tieBreak.kind) {
		case 'part': {
			const part = score.parts[tieBreak.part];
			return ratio(part ? roundPoints(part.exact, rounding) : 0);
		}
		case 'criterion':
			return criterionMean(parts, tieBreak.criterion);
		case 'exact-total':
			return exactTotal;
		case 'stage':
			return ratio(earlierTotal(tieBreak.stage) ?? 0);
		case 'median':
			return medianOf(score.parts[tieBreak.part] ?? null);
		case 'top-marks': {
			const counted = parts.filter(({ part }) => tieBreak.part === null || part === tieBreak.part);
			return ratio(counted.flatMap(judged).reduce((sum, { panels }) => sum + topMarks(panels), 0));
		}
		case 'fewer-penalties':
			return ratio(parts.reduce((sum, { penalty }) => sum + penalty, 0));
		case 'stage-time': {
			const times = parts
				.flatMap(judged)
				.flatMap(({ usedMs }) => (usedMs === null ? [] : [Math.floor(usedMs / 1000) * 1000]));
			return times.length === 0 ? null : ratio(times.reduce((sum, used) => sum + used, 0));
		}
		case 'right-answers':
			return ratio(parts.flatMap(quiz).reduce((sum, { rightAnswers }) => sum + rightAnswers, 0));
		case 'answer-time': {
			const quizzes = parts.flatMap(quiz).filter(({ rightAnswers }) => rightAnswers > 0);
			return quizzes.length === 0 ? null : ratio(quizzes.reduce((sum, { answerTimeMs }) => sum + answerTimeMs, 0));
		}
		case 'extra-question':
		case 'lots':
		case 'head-judge':
		case 'share':
			return null;
	}
}

/** Below zero when the first is ahead, zero when the key cannot tell them apart. */
export function compareTieValues(tieBreak: TieBreak, a: Ratio | null, b: Ratio | null): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
	return lessIsAhead(tieBreak) ? compareRatios(a, b) : compareRatios(b, a);
}

export function lessIsAhead({ kind }: TieBreak): boolean {
	return ['fewer-penalties', 'stage-time', 'answer-time', 'extra-question', 'lots', 'head-judge'].includes(kind);
}

function judged({ detail }: PartScore): JudgedDetail[] {
	return detail.kind === 'judged' ? [detail] : [];
}

function quiz({ detail }: PartScore): QuizDetail[] {
	return detail.kind === 'quiz' ? [detail] : [];
}

function criterionMean(parts: PartScore[], criterion: string): Ratio {
	for (const { panels } of parts.flatMap(judged))
		for (const { criteria } of panels) {
			const mean = criteria[criterion];
			if (mean) return mean;
		}
	return ratio(0);
}

function topMarks(panels: JudgedDetail['panels']): number {
	return panels.reduce((sum, panel) => sum + panel.topMarks, 0);
}

function medianOf(part: PartScore | null): Ratio {
	const sheets = part ? judged(part).flatMap(({ panels }) => panels.flatMap(({ sheets: each }) => each)) : [];
	const counting = sheets.filter(({ counts }) => counts === 'yes');
	if (counting.length === 0) return ratio(0);
	// Sheet totals are whole hundredths by whole percents: a hundred times a total is whole.
	return median(counting.map(({ total }) => ({ sum: Number(times(total, [100]).numerator) })));
}
