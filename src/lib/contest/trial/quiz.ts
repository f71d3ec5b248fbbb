// The questions of a trial and what everybody answers: of all kinds, right the more often the stronger one is; it must not mark.
import type { RecordedChoice, RecordedQuestion, RecordedQuestionKind } from '../record/question.ts';
import type { RecordedAnswer, RecordedRound } from '../record/record.ts';
import { isQuiz, type QuizPart } from '../rules/parts.ts';
import { allParts, type Rules } from '../rules/rules.ts';
import type { Chance } from './chance.ts';
import { strengthIn, type Performer } from './performers.ts';

export interface TrialQuiz {
	questions: RecordedQuestion[];
	rounds: RecordedRound[];
	answers: RecordedAnswer[];
}

const allowedMs = 20_000;
const options = ['A', 'B', 'C', 'D'];
const targets = ['1', '2', '3', '4'];
/** One after the other, then from the first again. */
const kinds: RecordedQuestionKind[] = [
	'single',
	'multiple',
	'single',
	'truefalse',
	'ordering',
	'single',
	'matching',
	'numeric',
	'multiple',
	'text'
];

const chosen = (...ids: string[]): RecordedChoice => ({ kind: 'options', options: ids });
const paired = (...ids: string[]): RecordedChoice => ({
	kind: 'pairs',
	pairs: Object.fromEntries(options.map((option, at) => [option, ids[at] ?? '']))
});

/** What is right, right in part, and wrong; where there is nothing between, the second is wrong as well. */
const choices: Record<RecordedQuestionKind, [RecordedChoice, RecordedChoice, RecordedChoice]> = {
	single: [chosen('A'), chosen('B'), chosen('C')],
	multiple: [chosen('A', 'B', 'C'), chosen('A', 'B'), chosen('A', 'D')],
	truefalse: [chosen('A'), chosen('B'), chosen('B')],
	ordering: [chosen('A', 'B', 'C', 'D'), chosen('A', 'B', 'D', 'C'), chosen('D', 'B', 'A', 'C')],
	matching: [paired('1', '2', '3', '4'), paired('1', '2', '4', '3'), paired('2', '1', '4', '3')],
	numeric: [
		{ kind: 'number', value: '1930' },
		{ kind: 'number', value: '1945' },
		{ kind: 'number', value: '1954' }
	],
	text: [
		{ kind: 'text', value: 'Hoà Bình' },
		{ kind: 'text', value: 'Hoa Binh' },
		{ kind: 'text', value: 'Hà Nội' }
	]
};

/** Of every quiz part one round, played to its end, with as many questions as the rules name. */
export function trialQuiz(rules: Rules, performers: Performer[], chance: Chance): TrialQuiz {
	const parts = allParts(rules).filter(isQuiz);
	const asked = parts.flatMap((part) => questionsOf(part).map((question) => ({ part, question })));
	return {
		questions: asked.map(({ question }) => question),
		rounds: parts.map((part) => ({
			part: part.code,
			title: part.title.vi,
			questions: questionsOf(part).map(({ code }) => ({ question: code, allowedMs, isSealed: true })),
			isFinished: true
		})),
		answers: performers.flatMap((performer) =>
			asked.flatMap(({ part, question }) => answerOf(part, question, performer, chance))
		)
	};
}

function questionsOf({ code, questionCount }: QuizPart): RecordedQuestion[] {
	return Array.from({ length: questionCount }, (_, at): RecordedQuestion => {
		const kind = kinds[at % kinds.length] ?? 'single';
		return {
			code: `${code}-${at + 1}`,
			kind,
			options: kind === 'numeric' || kind === 'text' ? [] : kind === 'truefalse' ? options.slice(0, 2) : options,
			targets: kind === 'matching' ? targets : [],
			key: { correct: choices[kind][0], tolerance: '', alsoCorrect: [] },
			points: null
		};
	});
}

/** Nothing where the time ran out. */
function answerOf(
	part: QuizPart,
	{ code: question, kind }: RecordedQuestion,
	{ number, luck }: Performer,
	chance: Chance
): RecordedAnswer[] {
	const strength = strengthIn(chance, luck, part.code);
	const isRight = chance.below(1000, 'answer', question, luck) < strength - chance.around(200, 'difficulty', question);
	const slip = chance.below(10, 'slip', question, luck);
	if (!isRight && slip === 0) return [];
	const [right, inPart, wrong] = choices[kind];
	const choice = isRight ? right : slip < 5 ? inPart : wrong;
	const usedMs = 2000 + 8 * (1000 - Math.min(1000, strength)) + chance.below(8000, 'time', question, number);
	return [{ contestant: number, question, choice, usedMs }];
}
