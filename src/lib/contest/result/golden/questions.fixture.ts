// Questions, answers and rounds for contests worked out on paper; it must not mark anything.
import type { RecordedChoice, RecordedQuestion } from '../../record/question.ts';
import type { RecordedAnswer, RecordedRound } from '../../record/record.ts';

/** One right option of A to D. */
export function aSingle(code: string, right = 'A'): RecordedQuestion {
	return {
		code,
		kind: 'single',
		options: ['A', 'B', 'C', 'D'],
		targets: [],
		key: { correct: optionsOf(right), tolerance: '', alsoCorrect: [] },
		points: null
	};
}

/** `optionsOf('AC')`: the options A and C. */
export function optionsOf(letters: string): RecordedChoice {
	return { kind: 'options', options: [...letters] };
}

/** A finished round of the part; every question sealed, 20 s each. */
export function aRound(part: string, questions: string[]): RecordedRound {
	return {
		part,
		title: `Vòng ${part}`,
		questions: questions.map((question) => ({ question, allowedMs: 20_000, isSealed: true })),
		isFinished: true
	};
}

export function anAnswer(contestant: string, question: string, choice: RecordedChoice, usedMs = 4000): RecordedAnswer {
	return { contestant, question, choice, usedMs };
}
