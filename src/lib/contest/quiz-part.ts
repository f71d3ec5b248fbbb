// The points of a whole quiz part from its answers (R12); it must not know questions or keys.
import type { PartScore } from './part-score.ts';
import { roundHalfUp, type Points } from './points.ts';
import { clamp, quotient } from './ratio.ts';
import type { QuizPart } from './rules.ts';

/** One question of the part as it ended for one contestant; an unanswered one may be left out. */
export interface QuizOutcome {
	points: Points;
	right: boolean;
	usedMs: number;
	/** The question was annulled: it counts for nobody (R12). */
	isVoid?: boolean;
}

/**
 * R12: earned / full × the part's maximum, rounded once, where full = questions × points of a question. An annulled
 * question leaves both sums for every contestant alike, so each contestant's outcomes must name it, answered or not.
 */
export function quizPartScore(part: QuizPart, outcomes: QuizOutcome[]): PartScore {
	const counted = outcomes.filter((outcome) => !outcome.isVoid);
	const right = counted.filter((outcome) => outcome.right);
	const earned = counted.reduce((sum, outcome) => sum + outcome.points, 0);
	const full = (part.questionCount - (outcomes.length - counted.length)) * part.scoring.points;
	const most = { numerator: part.maxPoints, denominator: 1 };
	const exact =
		full <= 0
			? { numerator: 0, denominator: 1 }
			: clamp(quotient([earned, part.maxPoints], [full]), { numerator: 0, denominator: 1 }, most);
	return {
		part: part.code,
		points: roundHalfUp(exact),
		exact,
		penalty: 0,
		details: {
			sheets: [],
			criteria: {},
			rightAnswers: right.length,
			answerTimeMs: right.reduce((sum, outcome) => sum + Math.round(outcome.usedMs), 0)
		}
	};
}
