// A question of an import or a form → a question and its key as they are kept, and back; it must not know where they are kept.
import type { AnswerKey, Question } from '../../contest/question.ts';
import type { QuestionValue } from '../import-values.ts';
import { keptMark } from './kept-picture.ts';

export interface StoredQuestion {
	/** Its picture is told apart: whoever stores the question knows where the file is. */
	question: Omit<Question, 'id' | 'picture'>;
	key: AnswerKey;
}

export function toStored({ correct, explanation, picture: _, ...question }: QuestionValue): StoredQuestion {
	return { question, key: keyOf(correct, explanation) };
}

export function toValue(stored: Omit<Question, 'id'>, key: AnswerKey): QuestionValue {
	const { code, topic, difficulty, kind, text, options, targets, picture, seconds, source } = stored;
	const { correct, tolerance, alsoCorrect = [] } = key;
	return {
		code,
		topic,
		difficulty: difficulty as QuestionValue['difficulty'],
		kind,
		text,
		options: options as QuestionValue['options'],
		targets,
		correct: {
			...correct,
			...(correct.kind === 'number' && { tolerance }),
			...(correct.kind === 'text' && { alsoCorrect })
		} as QuestionValue['correct'],
		...(picture && { picture: { alt: picture.alt, file: keptMark(picture) } }),
		seconds,
		explanation: key.explanation,
		source
	};
}

function keyOf(correct: QuestionValue['correct'], explanation: string): AnswerKey {
	switch (correct.kind) {
		case 'number':
			return { correct: { kind: 'number', value: correct.value }, tolerance: correct.tolerance, explanation };
		case 'text':
			return {
				correct: { kind: 'text', value: correct.value },
				tolerance: '',
				alsoCorrect: correct.alsoCorrect,
				explanation
			};
		default:
			return { correct, tolerance: correct.kind === 'pairs' ? '' : '0', explanation };
	}
}
