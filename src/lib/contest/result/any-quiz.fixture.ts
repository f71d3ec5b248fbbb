// Quiz parts with any rules, questions of every kind and answers near the key; it must not mark them.
import { aQuizPart } from '../record/contest-record.fixture.ts';
import {
	recordedQuestionKinds,
	type RecordedChoice,
	type RecordedKey,
	type RecordedQuestion
} from '../record/question.ts';
import type { RecordedAnswer, RecordedRound } from '../record/record.ts';
import type { QuestionScoring, QuizPart } from '../rules/parts.ts';
import type { Dice } from './dice.fixture.ts';

export function anyQuizPart(dice: Dice, code: string): QuizPart {
	return aQuizPart({
		code,
		scoring: anyScoring(dice),
		scale: dice.one('scaled', 'raw'),
		voided: dice.one('left-out', 'full-for-all'),
		marking: {
			multiple: dice.one(
				{ kind: 'all-or-nothing' },
				{ kind: 'partial' },
				{ kind: 'right-minus-wrong', leastShare: dice.one(0, -50, -100) }
			),
			ordering: dice.one('exact', 'adjacent-pairs'),
			matching: dice.one('exact', 'per-pair')
		},
		questionCount: dice.between(2, 6),
		maxPoints: dice.one(4000, 3000, 1700),
		weight: dice.one(100, 100, 60, 0)
	});
}

function anyScoring(dice: Dice): QuestionScoring {
	const wrong = dice.one(0, 0, -50, -133);
	const blank = dice.one(0, 0, -20);
	switch (dice.between(0, 2)) {
		case 0:
			return { kind: 'fixed', points: dice.one(500, 1000, 333), wrong, blank };
		case 1: {
			const leastShare = dice.one(0, 50, 33, 100);
			return {
				kind: 'speed',
				points: dice.one(500, 1000, 777),
				leastShare,
				fullWithinMs: dice.one(0, 500, 3000),
				wrong,
				blank
			};
		}
		default:
			return {
				kind: 'rank',
				bonuses: [400, 300, 200, 100].slice(0, dice.between(1, 4)),
				tickMs: dice.one(1, 1000),
				wrong,
				blank
			};
	}
}

const options = ['a', 'b', 'c', 'd'];
const texts = [
	'Hoà Bình',
	'hòa  bình.',
	'HO\u0300A BI\u0300NH',
	'“Hòa\u00a0Bình”',
	'— {hòa bình} ‑',
	'Hoa Binh',
	'Thuý Kiều',
	'Thúy Kiều!',
	'Điện Biên',
	'điện biên',
	''
];

export function anyQuestion(dice: Dice, code: string): RecordedQuestion {
	const kind = dice.one(...recordedQuestionKinds);
	return {
		code,
		kind,
		options: kind === 'numeric' || kind === 'text' ? [] : options,
		targets: kind === 'matching' ? ['1', '2', '3'] : [],
		key: anyKey(dice, kind),
		points: dice.chance(20) ? dice.one(200, 450) : null
	};
}

export function anyKey(dice: Dice, kind: RecordedQuestion['kind']): RecordedKey {
	return {
		correct: anyChoice(dice, kind, true),
		tolerance: kind === 'numeric' ? dice.one('', '0.1', '1') : '',
		alsoCorrect: kind === 'text' && dice.chance(30) ? [dice.one(...texts)] : []
	};
}

/** A key needs at least one right option, and exactly one where only one may be chosen. */
function anyChoice(dice: Dice, kind: RecordedQuestion['kind'], isKey = false): RecordedChoice {
	switch (kind) {
		case 'single':
		case 'truefalse':
			return {
				kind: 'options',
				options: dice.shuffled(options.slice(0, 2)).slice(0, isKey || dice.chance(95) ? 1 : 2)
			};
		case 'multiple': {
			const chosen = dice.some(options.slice(0, 3));
			return { kind: 'options', options: dice.shuffled(isKey && chosen.length === 0 ? ['a', 'd'] : chosen) };
		}
		case 'ordering':
			return { kind: 'options', options: dice.chance(60) ? options : dice.shuffled(options) };
		case 'matching':
			return {
				kind: 'pairs',
				pairs: Object.fromEntries(['a', 'b', 'c'].map((left) => [left, dice.one('1', '1', '2', '3')]))
			};
		case 'numeric':
			return { kind: 'number', value: dice.one('0.2', '0.3', '0.25', '1587', '-0.2') };
		case 'text':
			return { kind: 'text', value: dice.one(...texts) };
	}
}

export interface AnyQuiz {
	questions: RecordedQuestion[];
	rounds: RecordedRound[];
	answers: RecordedAnswer[];
}

/** All that was played of a part; now and then a question more or less than the rules name, or one that is not sealed yet. */
export function anyQuiz(dice: Dice, part: QuizPart, numbers: string[]): AnyQuiz {
	const asked = Math.max(0, part.questionCount + dice.one(0, 0, 0, 0, -1, 1));
	const questions = Array.from({ length: asked }, (_, at) => anyQuestion(dice, `${part.code}.${at + 1}`));
	const cut = dice.between(0, asked);
	const isOpen = dice.chance(15);
	const rounds = [questions.slice(0, cut), questions.slice(cut)].map((some, at) => ({
		part: part.code,
		title: `Vòng ${at + 1}`,
		questions: some.map(({ code }) => ({
			question: code,
			allowedMs: dice.one(20_000, 15_000),
			isSealed: !isOpen || dice.chance(50)
		})),
		isFinished: !isOpen
	}));
	const answers = numbers.flatMap((contestant) =>
		questions.flatMap(({ code, kind, key }): RecordedAnswer[] =>
			dice.chance(10)
				? []
				: [
						{
							contestant,
							question: code,
							choice: dice.chance(45)
								? key.correct
								: dice.chance(3)
									? { kind: 'number', value: '1' }
									: anyChoice(dice, kind),
							usedMs: dice.one(300, 1200, 1700, 3000, 20_000, dice.between(0, 21_000))
						}
					]
		)
	);
	return { questions, rounds, answers };
}
