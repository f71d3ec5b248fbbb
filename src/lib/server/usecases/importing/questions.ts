// Questions and their keys from a file into the bank; the key goes to its own table.
import type { AnswerKey } from '../../../contest/question.ts';
import type { QuestionValue } from '../../../formats/import-values.ts';
import { readQuestionKeys, readQuestions, upsertQuestions } from '../../stores/bank.ts';
import { readUsedQuestionIds } from '../../stores/round-setup.ts';
import type { ImportKind } from './import-kind.ts';

export const questionImport: ImportKind<QuestionValue, 'questions'> = {
	context: () => Promise.resolve({}),
	async existing(db, contestId) {
		const questions = await readQuestions(db, contestId);
		const keys = await readQuestionKeys(
			db,
			questions.map(({ id }) => id)
		);
		return questions.map(({ id, code, topic, difficulty, kind, text, options, targets, seconds, source }) => {
			const key = keys.get(id);
			if (!key) throw new Error(`question ${code} has no key`);
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
				seconds,
				explanation: key.explanation,
				source
			};
		});
	},
	cells: ({ code, topic, text, seconds }) => [code, topic, text, String(seconds)],
	store: (db, contestId, values) =>
		upsertQuestions(
			db,
			values.map(({ correct, explanation, ...question }) => ({
				question: { contestId, ...question },
				key: keyOf(correct, explanation)
			}))
		),
	async inUse(db, contestId) {
		const used = await readUsedQuestionIds(db, contestId);
		const questions = await readQuestions(db, contestId);
		return new Set(questions.filter(({ id }) => used.has(id)).map(({ code }) => code));
	}
};

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
