// Points of one answer to one question (R10, R11); it must not know whether an answer is right, only be told.
import { roundHalfUp, type Points } from './points.ts';
import { quotient } from './ratio.ts';
import type { QuestionScoring } from './rules.ts';

export interface AnswerFacts {
	right: boolean;
	/** From the start of the timer to the arrival of the answer at the server, pauses taken out. */
	usedMs: number;
	/** The question's whole time, extensions included. */
	allowedMs: number;
}

/**
 * R10 fixed: all the points or none. R11 speed: the points fall in a straight line from all of them at once to
 * `leastShare` percent at the deadline; a right answer never brings less than that, a wrong one brings nothing.
 *
 * With P points, share s percent, t of T milliseconds used (t held within 0…T), the line through (0, P) and (T, P·s/100):
 *
 *     P − (P − P·s/100)·t/T  =  P · (100·T − (100 − s)·t) / (100·T)
 *
 * | P = 10,00  T = 20 s | t = 0 s | 5 s  | 10 s | 15 s | 20 s |
 * | ------------------- | ------- | ---- | ---- | ---- | ---- |
 * | s = 50              | 10,00   | 8,75 | 7,50 | 6,25 | 5,00 |
 * | s = 0               | 10,00   | 7,50 | 5,00 | 2,50 | 0,00 |
 *
 * The points of one question are announced to the contestant, so they are whole hundredths, rounded half up (R2).
 */
export function pointsForQuestion(scoring: QuestionScoring, { right, usedMs, allowedMs }: AnswerFacts): Points {
	if (!right) return 0;
	if (scoring.kind === 'fixed' || allowedMs <= 0) return scoring.points;
	const used = Math.min(Math.max(Math.round(usedMs), 0), allowedMs);
	const left = 100 * allowedMs - (100 - scoring.leastShare) * used;
	return roundHalfUp(quotient([scoring.points, left], [100, allowedMs]));
}
