// A quiz part from answers and keys (R12, R108–R112), worked out beside each case.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aGivenPart,
	aQuizPart,
	aRecord,
	aStage,
	someRules
} from '../record/contest-record.fixture.ts';
import type { Decision } from '../record/decision.ts';
import type { RecordedQuestion } from '../record/question.ts';
import type { ContestRecord, RecordedAnswer } from '../record/record.ts';
import type { GivenPart, QuizPart } from '../rules/parts.ts';
import { givenOutcome } from './given-part.ts';
import { questionOutcomes, quizOutcome } from './quiz-part.ts';
import { indexRecord, type StageIndex } from './record-index.ts';

/** Every key is A. */
const questionNo = (number: number, points: number | null = null): RecordedQuestion => ({
	code: `C${number}`,
	kind: 'single',
	options: ['A', 'B'],
	targets: [],
	key: { correct: { kind: 'options', options: ['A'] }, tolerance: '', alsoCorrect: [] },
	points
});

const answer = (contestant: string, question: number, option: string, usedMs = 4000): RecordedAnswer => ({
	contestant,
	question: `C${question}`,
	choice: { kind: 'options', options: [option] },
	usedMs
});

/** The first `count` questions right. */
const firstRight = (contestant: string, count: number, of: number) =>
	Array.from({ length: of }, (_, at) => answer(contestant, at + 1, at < count ? 'A' : 'B'));

function stageOf(
	part: QuizPart,
	answers: RecordedAnswer[],
	more: { decisions?: Decision[]; sealed?: number; questions?: RecordedQuestion[] } = {}
): StageIndex {
	const questions = more.questions ?? Array.from({ length: part.questionCount }, (_, at) => questionNo(at + 1));
	const asked = questions.map(({ code }, at) => ({
		question: code,
		allowedMs: 20_000,
		isSealed: at < (more.sealed ?? questions.length)
	}));
	const record: ContestRecord = aRecord(
		{ stages: [aStage({ parts: [part] })] },
		{
			contestants: ['TS01', 'TS02', 'TS03'].map((number) => aContestant(number)),
			questions,
			rounds: [{ part: part.code, title: 'Vòng 1', questions: asked, isFinished: more.sealed === undefined }],
			answers,
			decisions: more.decisions ?? []
		}
	);
	return { index: indexRecord(record), stage: aStage({ parts: [part] }), entrants: record.contestants };
}

const pointsOf = (stage: StageIndex, part: QuizPart) =>
	[...quizOutcome(stage, part).scores.values()].map((score) => score?.points ?? null);

test('R12: 17 of 20 right, 34,00 of 40; who answered nothing has 0', () => {
	const part = aQuizPart();
	const stage = stageOf(part, firstRight('TS01', 17, 20));
	// 17 × 2,00 = 34,00 of 40,00, times 40,00.
	expect(pointsOf(stage, part)).toEqual([3400, 0, 0]);
	const score = quizOutcome(stage, part).scores.get('TS01');
	expect(score?.detail).toEqual({
		kind: 'quiz',
		earned: { numerator: 3400, denominator: 1 },
		full: 4000,
		rightAnswers: 17,
		answerTimeMs: 68_000
	});
	expect(quizOutcome(stage, part).missing).toEqual([]);
});

test('R12, R111: an annulled question leaves both sums, or brings everybody its points', () => {
	const decisions = [aDecision(1, { kind: 'void', question: 'C20' }, { reason: 'đề sai' })];
	const answers = [...firstRight('TS01', 18, 20), ...firstRight('TS02', 20, 20)];
	const leftOut = aQuizPart();
	// 18 × 2,00 / (19 × 2,00) × 40,00 = 37,8947… → 37,89; TS02 has all 19; TS03 nothing.
	expect(pointsOf(stageOf(leftOut, answers, { decisions }), leftOut)).toEqual([3789, 4000, 0]);
	const forAll = aQuizPart({ voided: 'full-for-all' });
	// 18 + the annulled one = 19 × 2,00 = 38,00; TS03 gets 2,00 of 40,00.
	const stage = stageOf(forAll, answers, { decisions });
	expect(pointsOf(stage, forAll)).toEqual([3800, 4000, 200]);
	const score = quizOutcome(stage, forAll).scores.get('TS02');
	expect(score?.notes.map(({ vi }) => vi)).toEqual(['Câu C20 bị huỷ, mọi thí sinh được đủ điểm: đề sai']);
	expect(score?.detail).toMatchObject({ rightAnswers: 19 });
});

test('R111: a corrected key counts as if it had always been there, until it is taken back', () => {
	const part = aQuizPart({ questionCount: 2, maxPoints: 400 });
	const answers = [answer('TS01', 1, 'A'), answer('TS02', 1, 'B')];
	const key = { correct: { kind: 'options' as const, options: ['B'] }, tolerance: '', alsoCorrect: [] };
	const change = aDecision(1, { kind: 'key', question: 'C1', key }, { reason: 'đáp án in nhầm' });
	expect(pointsOf(stageOf(part, answers), part)).toEqual([200, 0, 0]);
	expect(pointsOf(stageOf(part, answers, { decisions: [change] }), part)).toEqual([0, 200, 0]);
	const back = { ...change, sequence: 2, takesBack: 1 };
	expect(pointsOf(stageOf(part, answers, { decisions: [change, back] }), part)).toEqual([200, 0, 0]);
});

test('R110: raw points are added as they are, and never leave 0 to the maximum', () => {
	const scoring = { kind: 'fixed' as const, points: 500, wrong: -300, blank: 0 };
	const part = aQuizPart({ questionCount: 3, maxPoints: 900, scale: 'raw', scoring });
	const answers = [...firstRight('TS01', 3, 3), ...firstRight('TS02', 1, 3), ...firstRight('TS03', 2, 3)];
	// 15,00 → 9,00 at most; 5,00 − 6,00 → 0; 10,00 − 3,00 = 7,00.
	expect(pointsOf(stageOf(part, answers), part)).toEqual([900, 0, 700]);
});

test('R10: a question may have its own points', () => {
	const part = aQuizPart({ questionCount: 2, maxPoints: 1000 });
	const questions = [questionNo(1), questionNo(2, 600)];
	// Full are 2,00 + 6,00 = 8,00: 2,00 / 8,00 × 10,00 = 2,50; 6,00 / 8,00 × 10,00 = 7,50.
	const answers = [answer('TS01', 1, 'A'), answer('TS02', 2, 'A')];
	expect(pointsOf(stageOf(part, answers, { questions }), part)).toEqual([250, 750, 0]);
});

test('R108, R109: points added and taken off with their reason, held within the part, then the weight', () => {
	const part = aQuizPart({ weight: 50 });
	const points = (sequence: number, contestant: string, amount: number) =>
		aDecision(
			sequence,
			{ kind: 'points', stage: 'CK', part: 'KT', contestant, points: amount },
			{ reason: 'nộp muộn' }
		);
	const decisions = [points(1, 'TS01', -150), points(2, 'TS01', -50), points(3, 'TS02', 100), points(4, 'TS03', -100)];
	const stage = stageOf(part, [...firstRight('TS01', 10, 20), ...firstRight('TS02', 20, 20)], { decisions });
	// 20,00 − 2,00 = 18,00, half 9,00; 40,00 + 1,00 → 40,00, half 20,00; 0 − 1,00 → 0.
	expect(pointsOf(stage, part)).toEqual([900, 2000, 0]);
	const notes = quizOutcome(stage, part)
		.scores.get('TS01')
		?.notes.map(({ vi }) => vi);
	expect(notes).toEqual(['Trừ 1,50 điểm: nộp muộn', 'Trừ 0,50 điểm: nộp muộn']);
});

test('R12: while questions are open nothing is final, and the score says what there is', () => {
	const part = aQuizPart();
	expect(pointsOf(stageOf(part, [], { sealed: 0 }), part)).toEqual([null, null, null]);
	const stage = stageOf(part, firstRight('TS01', 20, 20), { sealed: 5 });
	expect(pointsOf(stage, part)).toEqual([1000, 0, 0]);
	expect(quizOutcome(stage, part).missing).toEqual([{ kind: 'round-open', part: 'KT', title: 'Vòng 1', open: 15 }]);
});

test('R12, R111: open questions are in the whole with their own points, annulled ones are not', () => {
	const part = aQuizPart({ questionCount: 3, maxPoints: 1000 });
	const questions = [questionNo(1), questionNo(2, 600), questionNo(3)];
	const more = { questions, sealed: 1 };
	// 2,00 of 2,00 + 6,00 + 2,00, times 10,00.
	expect(pointsOf(stageOf(part, [answer('TS01', 1, 'A')], more), part)).toEqual([200, 0, 0]);
	// Without the third: 2,00 of 8,00.
	const decisions = [aDecision(1, { kind: 'void', question: 'C3' })];
	expect(pointsOf(stageOf(part, [answer('TS01', 1, 'A')], { ...more, decisions }), part)).toEqual([250, 0, 0]);
	const forAll = aQuizPart({ ...part, voided: 'full-for-all' });
	expect(pointsOf(stageOf(forAll, [answer('TS01', 1, 'A')], { ...more, decisions }), forAll)).toEqual([200, 0, 0]);
});

test('R12: the breakdown names each question as it was', () => {
	const part = aQuizPart({ questionCount: 2, maxPoints: 400 });
	const stage = stageOf(part, [answer('TS01', 1, 'A', 1500)]);
	expect(questionOutcomes(stage, part, 'TS01')).toEqual([
		{
			question: 'C1',
			share: { numerator: 1, denominator: 1 },
			isBlank: false,
			points: 200,
			usedMs: 1500,
			isVoid: false
		},
		{ question: 'C2', share: { numerator: 0, denominator: 1 }, isBlank: true, points: 0, usedMs: 0, isVoid: false }
	]);
});

test('R112: attendance as it was given, or the most given as the whole; who was given nothing is missing', () => {
	const stageWith = (part: GivenPart): StageIndex => {
		const record = aRecord(
			{ stages: [aStage({ parts: [part] })] },
			{
				contestants: ['TS01', 'TS02', 'TS03'].map((number) => aContestant(number)),
				given: [
					{ part: 'CC', contestant: 'TS01', points: 300, reason: '' },
					{ part: 'CC', contestant: 'TS02', points: 400, reason: '' }
				]
			}
		);
		return { index: indexRecord(record), stage: aStage({ parts: [part] }), entrants: record.contestants };
	};
	const raw = aGivenPart();
	const scaled = aGivenPart({ scale: 'scaled' });
	const points = (part: GivenPart) =>
		[...givenOutcome(stageWith(part), part).scores.values()].map((score) => score?.points ?? null);
	expect(points(raw)).toEqual([300, 400, null]);
	// 3 of 4, times 10,00.
	expect(points(scaled)).toEqual([750, 1000, null]);
	expect(givenOutcome(stageWith(raw), raw).missing).toEqual([{ kind: 'given', part: 'CC', contestants: ['TS03'] }]);
	// The whole is what anybody was given, also somebody who was disqualified since.
	const stage = stageWith(scaled);
	const entrants = stage.entrants.map((each) =>
		each.number === 'TS02' ? { ...each, status: 'disqualified' as const } : each
	);
	expect(givenOutcome({ ...stage, entrants }, scaled).scores.get('TS01')?.points).toBe(750);
});

test('R12, R110: the order of answers changes nothing, and one more right answer is never worse', () => {
	const part = aQuizPart({ questionCount: 4, maxPoints: 1000 });
	const given = fc.array(
		fc.record({
			who: fc.constantFrom('TS01', 'TS02', 'TS03'),
			question: fc.integer({ min: 1, max: 4 }),
			right: fc.boolean()
		}),
		{ maxLength: 10 }
	);
	fc.assert(
		fc.property(given, (taps) => {
			const once = new Map(taps.map((tap) => [`${tap.who} ${tap.question}`, tap]));
			const answers = [...once.values()].map(({ who, question, right }) => answer(who, question, right ? 'A' : 'B'));
			const points = pointsOf(stageOf(part, answers), part);
			expect(pointsOf(stageOf(part, [...answers].reverse()), part)).toEqual(points);
			const better = answers.map((each) => ({ ...each, choice: { kind: 'options' as const, options: ['A'] } }));
			for (const [at, after] of pointsOf(stageOf(part, better), part).entries())
				expect(after).toBeGreaterThanOrEqual(points[at] ?? 0);
		}),
		{ numRuns: 1000 }
	);
});

test('R2: rounding of parts follows the rules', () => {
	const part = aQuizPart({ questionCount: 3, maxPoints: 1000 });
	const rounded = (decimals: 0 | 1 | 2) => {
		const stage = stageOf(part, firstRight('TS01', 2, 3));
		const rules = someRules({ rounding: { mode: 'half-up', decimals, at: 'part' } });
		return pointsOf({ ...stage, index: { ...stage.index, rules } }, part)[0];
	};
	// 6,666… → 6,67 · 6,7 · 7.
	expect([rounded(2), rounded(1), rounded(0)]).toEqual([667, 670, 700]);
});
