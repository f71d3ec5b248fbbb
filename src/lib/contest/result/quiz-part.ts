// The points of a quiz part for everybody, from answers and keys (R12, R108–R111); it must not know ranks.
import type { Bilingual } from '../ids.ts';
import { ratio, type Points } from '../points.ts';
import { quotient } from '../ratio.ts';
import type { RecordedQuestion } from '../record/question.ts';
import { decisionsOf } from '../record/decision.ts';
import type { ContestantNumber, RecordedRound } from '../record/record.ts';
import type { QuizPart } from '../rules/parts.ts';
import { markerOf } from './marking.ts';
import { adjustments, partPoints } from './part-points.ts';
import { fullPoints, pointsOfQuestion, type MarkedAnswer } from './question-points.ts';
import type { PartOutcome, StageIndex } from './record-index.ts';
import type { Missing, PartScore, QuestionOutcome } from './result.ts';

/** A sealed question of the part. */
interface Sealed {
	question: RecordedQuestion;
	allowedMs: number;
	isVoid: boolean;
	full: Points;
}

/** What everybody reached in one question, in the order of the entrants. */
interface Reached {
	answers: (MarkedAnswer | null)[];
	points: Points[];
}

interface Tally {
	earned: Points;
	right: number;
	rightMs: number;
}

const nothing: Tally = { earned: 0, right: 0, rightMs: 0 };

/** R12, R110: earned / full × maximum for scaled parts, the earned points for raw ones. Null before the first question is sealed. */
export function quizOutcome(stage: StageIndex, part: QuizPart): PartOutcome {
	const { index, entrants } = stage;
	const rounds = index.rounds.get(part.code) ?? [];
	const sealed = sealedQuestions(stage, part);
	const missing = missingQuestions(part, rounds);
	if (sealed.length === 0) return { scores: new Map(entrants.map(({ number }) => [number, null])), missing };

	const counting = sealed.filter(({ isVoid }) => !isVoid || part.voided === 'full-for-all');
	const full = counting.reduce((sum, question) => sum + question.full, pointsToCome(stage, part, rounds));
	const adjustmentOf = adjustments(stage, part.code);
	const notes = notesOf(stage, part, sealed);
	const tallies = tally(stage, part, counting);
	const scores = entrants.map(({ number }, at): [ContestantNumber, PartScore] => {
		const { earned, right, rightMs } = tallies[at] ?? nothing;
		const adjustment = adjustmentOf(number);
		const reached =
			part.scale === 'raw' ? ratio(earned) : full > 0 ? quotient([earned, part.maxPoints], [full]) : ratio(0);
		return [
			number,
			{
				part: part.code,
				...partPoints(part, index.rules.rounding, reached, adjustment.points),
				penalty: 0,
				notes: [...notes, ...adjustment.notes],
				detail: { kind: 'quiz', earned: ratio(earned), full, rightAnswers: right, answerTimeMs: rightMs }
			}
		];
	});
	return { scores: new Map(scores), missing };
}

/** What the questions that are not sealed yet, or not even asked, can still bring (R12, R111). */
function pointsToCome({ index }: StageIndex, part: QuizPart, rounds: RecordedRound[]): Points {
	const asked = rounds.flatMap(({ questions }) => questions);
	const open = asked
		.filter(({ isSealed, question }) => !isSealed && !(part.voided === 'left-out' && index.voided.has(question)))
		.map(({ question }) => fullPoints(part.scoring, index.questions.get(question)?.points ?? null));
	const unasked = Math.max(0, part.questionCount - asked.length) * fullPoints(part.scoring, null);
	return open.reduce((sum, points) => sum + points, unasked);
}

/** Every sealed question for one contestant, in the order asked: the breakdown. Empty for who does not take part. */
export function questionOutcomes(stage: StageIndex, part: QuizPart, contestant: ContestantNumber): QuestionOutcome[] {
	const at = stage.entrants.findIndex(({ number }) => number === contestant);
	if (at < 0) return [];
	const reachedIn = everybodyReached(stage, part);
	return sealedQuestions(stage, part).map((sealed) => {
		const { answers, points } = reachedIn(sealed);
		return {
			question: sealed.question.code,
			share: answers[at]?.share ?? ratio(0),
			isBlank: !answers[at],
			points: points[at] ?? 0,
			usedMs: answers[at]?.usedMs ?? 0,
			isVoid: sealed.isVoid
		};
	});
}

function sealedQuestions({ index }: StageIndex, part: QuizPart): Sealed[] {
	const asked = (index.rounds.get(part.code) ?? []).flatMap(({ questions }) => questions);
	return asked.flatMap(({ question: code, allowedMs, isSealed }) => {
		const question = index.questions.get(code);
		if (!isSealed || !question) return [];
		return [{ question, allowedMs, isVoid: index.voided.has(code), full: fullPoints(part.scoring, question.points) }];
	});
}

function everybodyReached({ index, entrants }: StageIndex, part: QuizPart): (sealed: Sealed) => Reached {
	const seatOf = new Map(entrants.map(({ number }, seat) => [number, seat]));
	return ({ question, allowedMs, isVoid, full }) => {
		const marker = markerOf(question, part.marking);
		const answers = new Array<MarkedAnswer | null>(entrants.length).fill(null);
		for (const { contestant, choice, usedMs } of index.answers.get(question.code) ?? []) {
			const seat = seatOf.get(contestant);
			if (seat !== undefined) answers[seat] = { share: marker(choice), usedMs };
		}
		const points = isVoid
			? answers.map(() => (part.voided === 'full-for-all' ? full : 0))
			: pointsOfQuestion(part.scoring, { allowedMs, ownPoints: question.points }, answers);
		return { answers, points };
	};
}

/**
 * R111: right answers and their time are those of questions that were not annulled. One question after the other, so that
 * no more than the marked answers to one question are held at a time.
 */
function tally(stage: StageIndex, part: QuizPart, questions: Sealed[]): Tally[] {
	const reachedIn = everybodyReached(stage, part);
	const tallies = stage.entrants.map((): Tally => ({ ...nothing }));
	for (const sealed of questions) {
		const { answers, points } = reachedIn(sealed);
		tallies.forEach((sum, at) => {
			sum.earned += points[at] ?? 0;
			const answer = answers[at];
			if (sealed.isVoid || !answer || answer.share.numerator !== answer.share.denominator) return;
			sum.right++;
			sum.rightMs += answer.usedMs;
		});
	}
	return tallies;
}

function notesOf({ index }: StageIndex, part: QuizPart, sealed: Sealed[]): Bilingual[] {
	const ofPart = new Set(sealed.map(({ question }) => question.code));
	const voided = decisionsOf(index.decisions, 'void').filter(({ question }) => ofPart.has(question));
	const corrected = decisionsOf(index.decisions, 'key').filter(({ question }) => ofPart.has(question));
	return [
		...voided.map(({ question, reason }) =>
			part.voided === 'left-out'
				? {
						vi: `Câu ${question} bị huỷ, không tính cho mọi thí sinh: ${reason}`,
						en: `Question ${question} was annulled and counts for nobody: ${reason}`
					}
				: {
						vi: `Câu ${question} bị huỷ, mọi thí sinh được đủ điểm: ${reason}`,
						en: `Question ${question} was annulled and brings everybody its points: ${reason}`
					}
		),
		...corrected.map(({ question, reason }) => ({
			vi: `Câu ${question} được sửa đáp án: ${reason}`,
			en: `The key of question ${question} was corrected: ${reason}`
		}))
	];
}

/** Fewer questions in the rounds than the rules name, and rounds that are not finished. */
function missingQuestions(part: QuizPart, rounds: RecordedRound[]): Missing[] {
	const planned = rounds.reduce((sum, { questions }) => sum + questions.length, 0);
	const tooFew: Missing[] =
		planned < part.questionCount ? [{ kind: 'questions', part: part.code, planned, needed: part.questionCount }] : [];
	return [
		...tooFew,
		...rounds.flatMap(({ title, questions, isFinished }): Missing[] => {
			const open = questions.filter(({ isSealed }) => !isSealed).length;
			return !isFinished || open > 0 ? [{ kind: 'round-open', part: part.code, title, open }] : [];
		})
	];
}
