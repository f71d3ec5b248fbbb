// The points of one question (R10, R11, R105–R107), with the arithmetic beside it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio } from '../points.ts';
import { quotient } from '../ratio.ts';
import type { QuestionScoring } from '../rules/parts.ts';
import { pointsOfQuestion, type MarkedAnswer } from './question-points.ts';

const all = (usedMs: number): MarkedAnswer => ({ share: ratio(1), usedMs });
const none = (usedMs: number): MarkedAnswer => ({ share: ratio(0), usedMs });
const part = (numerator: number, denominator: number, usedMs = 0): MarkedAnswer => ({
	share: quotient([numerator], [denominator]),
	usedMs
});
const asked = { allowedMs: 20_000, ownPoints: null };

test('R10, R105: fixed points by the share that is right; wrong and blank as the rules say', () => {
	const scoring: QuestionScoring = { kind: 'fixed', points: 1000, wrong: -250, blank: -50 };
	// A third of 10,00 is 3,333… → 3,33; two thirds 6,67; minus a third −3,33.
	expect(pointsOfQuestion(scoring, asked, [all(1), none(1), null, part(1, 3), part(2, 3), part(-1, 3)])).toEqual([
		1000, -250, -50, 333, 667, -333
	]);
	expect(pointsOfQuestion(scoring, { ...asked, ownPoints: 500 }, [all(1), part(1, 2)])).toEqual([500, 250]);
});

test('R11, R106: the line from all points to half of them at the deadline, all of them within half a second', () => {
	const scoring: QuestionScoring = {
		kind: 'speed',
		points: 1000,
		leastShare: 50,
		fullWithinMs: 500,
		wrong: 0,
		blank: 0
	};
	// 10,00 × (1 − t/T ÷ 2): 5 s of 20 s → 8,75; 0,5 s is still full; 0,6 s → 10,00 × 0,985 = 9,85.
	const used = [0, 500, 600, 5000, 10_000, 20_000, 25_000];
	expect(pointsOfQuestion(scoring, asked, used.map(all))).toEqual([1000, 1000, 985, 875, 750, 500, 500]);
	// Half of what is right at 5 s: 4,375 → 4,38.
	expect(pointsOfQuestion(scoring, asked, [part(1, 2, 5000), none(100)])).toEqual([438, 0]);
});

test('R107: 40, 30, 20, 10 by order; equal times in ticks of 10 ms share, and the next place is skipped', () => {
	const scoring: QuestionScoring = {
		kind: 'rank',
		bonuses: [4000, 3000, 2000, 1000],
		tickMs: 10,
		wrong: -500,
		blank: 0
	};
	const answers = [all(1314), all(1203), none(900), all(1209), null, all(2000), all(2500), part(1, 2, 1)];
	// 1203 and 1209 ms are both tick 120: first together, 40 each; 1314 is third, 20; 2000 fourth, 10; the fifth nothing.
	expect(pointsOfQuestion(scoring, asked, answers)).toEqual([2000, 4000, -500, 4000, 0, 1000, 0, 0]);
});

test('R105, R107: more wrong than right is wrong, and never better than nothing right', () => {
	const scoring: QuestionScoring = { kind: 'rank', bonuses: [400, 200], tickMs: 10, wrong: -50, blank: 0 };
	expect(pointsOfQuestion(scoring, asked, [part(-1, 3), none(100), part(1, 3)])).toEqual([-50, -50, 0]);
});

test('R105–R107: faster is never worse, equal times are equal, and the order of answers plays no role', () => {
	const scoring = fc.constantFrom<QuestionScoring>(
		{ kind: 'fixed', points: 1000, wrong: -100, blank: 0 },
		{ kind: 'speed', points: 1000, leastShare: 20, fullWithinMs: 300, wrong: 0, blank: 0 },
		{ kind: 'rank', bonuses: [40, 30, 20, 10], tickMs: 10, wrong: 0, blank: 0 }
	);
	const times = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 2, maxLength: 8 });
	fc.assert(
		fc.property(scoring, times, (rules, used) => {
			const points = pointsOfQuestion(rules, asked, used.map(all));
			for (const [a, mine] of used.entries())
				for (const [b, theirs] of used.entries()) {
					if (mine < theirs) expect(points[a]).toBeGreaterThanOrEqual(points[b] ?? 0);
					if (mine === theirs) expect(points[a]).toBe(points[b]);
				}
			const reversed = pointsOfQuestion(rules, asked, [...used].reverse().map(all));
			expect([...reversed].reverse()).toEqual(points);
		}),
		{ numRuns: 1000 }
	);
});
