// R10, R11, R12: points of a question and of a quiz part.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quizPartScore } from './quiz-part.ts';
import { knowledgeAndPresentation } from './rule-templates.ts';
import type { QuizPart } from './rules.ts';
import { pointsForQuestion } from './scoring.ts';

const part = knowledgeAndPresentation.parts[0] as QuizPart;

describe('R10 fixed points', () => {
	test('given 2,00 a question, when right, then 2,00 however late; when wrong, then nothing', () => {
		const scoring = { kind: 'fixed', points: 200 } as const;
		expect(pointsForQuestion(scoring, { right: true, usedMs: 19_999, allowedMs: 20_000 })).toBe(200);
		expect(pointsForQuestion(scoring, { right: false, usedMs: 1, allowedMs: 20_000 })).toBe(0);
	});
});

describe('R11 points by speed', () => {
	test.each([
		[50, 0, 1000],
		[50, 5, 875],
		[50, 10, 750],
		[50, 15, 625],
		[50, 20, 500],
		[0, 15, 250],
		[0, 20, 0],
		[50, 25, 500],
		[50, -1, 1000]
	])('given 10,00 with at least %i %%, when right after %i of 20 s, then %i', (leastShare, seconds, points) => {
		const facts = { right: true, usedMs: seconds * 1000, allowedMs: 20_000 };
		expect(pointsForQuestion({ kind: 'speed', points: 1000, leastShare }, facts)).toBe(points);
	});

	test('later never brings more, and never less than the share', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 10_000 }),
				fc.integer({ min: 0, max: 100 }),
				fc.integer({ min: 1, max: 600_000 }),
				fc.tuple(fc.integer({ min: 0, max: 600_000 }), fc.integer({ min: 0, max: 600_000 })),
				(points, leastShare, allowedMs, times) => {
					const [early, late] = times.sort((a, b) => a - b);
					const at = (usedMs = 0) =>
						pointsForQuestion({ kind: 'speed', points, leastShare }, { right: true, usedMs, allowedMs });
					return at(early) >= at(late) && at(late) * 100 >= points * leastShare - 50 && at(early) <= points;
				}
			)
		);
	});
});

describe('R12 the quiz part', () => {
	const outcome = (right: boolean, usedMs = 5000, isVoid = false) => ({
		points: right ? 200 : 0,
		right,
		usedMs,
		isVoid
	});

	test('given 17 of 20 right at 2,00, when scaled to 40, then 34,00, with the time of right answers only', () => {
		const outcomes = [...Array.from({ length: 17 }, () => outcome(true)), outcome(false, 9000)];
		const score = quizPartScore(part, outcomes);
		expect(score).toMatchObject({ points: 3400, penalty: 0, details: { rightAnswers: 17, answerTimeMs: 85_000 } });
	});

	test('given 10,00 by speed each and 7 questions, when scaled to 40, then rounded once, half up', () => {
		// 6 × 8,75 = 52,50 of 70,00; 52,50 / 70 × 40 = 30,00; one point more, 52,51 → 30,0057… → 30,01
		const seven: QuizPart = { ...part, questionCount: 7, scoring: { kind: 'speed', points: 1000, leastShare: 50 } };
		const answers = Array.from({ length: 6 }, () => ({ points: 875, right: true, usedMs: 1 }));
		expect(quizPartScore(seven, answers).points).toBe(3000);
		expect(quizPartScore(seven, [...answers.slice(1), { points: 876, right: true, usedMs: 1 }])).toMatchObject({
			points: 3001,
			exact: { numerator: 21_004, denominator: 7 }
		});
	});

	test('given an annulled question, then it leaves both sums for everybody', () => {
		// 18 right of the 19 that count: 36,00 / 38,00 × 40 = 37,894… → 37,89
		const right = Array.from({ length: 18 }, () => outcome(true));
		expect(quizPartScore(part, [...right, outcome(true, 1, true)]).points).toBe(3789);
		expect(quizPartScore(part, [...right, outcome(false, 1, true)]).points).toBe(3789);
		expect(quizPartScore({ ...part, questionCount: 1 }, [outcome(true, 1, true)]).points).toBe(0);
	});

	test('all right is the maximum, nothing answered is zero', () => {
		expect(
			quizPartScore(
				part,
				Array.from({ length: 20 }, () => outcome(true))
			).points
		).toBe(part.maxPoints);
		expect(quizPartScore(part, []).points).toBe(0);
	});
});
