// Whether the key of a question is complete and fits its kind (R232); it must not know answers.
import { plainNumber } from '../plain-number.ts';
import type { RecordedQuestion } from '../record/question.ts';
import { foldTyped } from '../result/typed-answer.ts';
import { when, type Problem } from './problem.ts';

export function checkQuestion(question: RecordedQuestion, path: string): Problem[] {
	return when(!isKeyComplete(question), 'key-incomplete', `${path}.key`, { question: question.code });
}

function isKeyComplete({ kind, options, targets, key }: RecordedQuestion): boolean {
	const { correct, tolerance } = key;
	switch (kind) {
		case 'single':
		case 'truefalse':
			return correct.kind === 'options' && correct.options.length === 1 && areOptions(correct.options, options);
		case 'multiple':
			return correct.kind === 'options' && correct.options.length > 0 && areOptions(correct.options, options);
		case 'ordering':
			return (
				correct.kind === 'options' &&
				options.length > 1 &&
				correct.options.length === options.length &&
				areOptions(correct.options, options)
			);
		case 'numeric':
			return (
				correct.kind === 'number' &&
				plainNumber.test(correct.value) &&
				(tolerance === '' || (plainNumber.test(tolerance) && !tolerance.startsWith('-')))
			);
		case 'matching':
			return (
				correct.kind === 'pairs' &&
				options.length > 0 &&
				Object.keys(correct.pairs).length === options.length &&
				options.every((id) => targets.includes(correct.pairs[id] ?? ''))
			);
		case 'text':
			return correct.kind === 'text' && [correct.value, ...key.alsoCorrect].every((text) => foldTyped(text) !== '');
	}
}

/** Each of them is an option, and none stands twice. */
function areOptions(chosen: string[], options: string[]): boolean {
	return new Set(chosen).size === chosen.length && chosen.every((id) => options.includes(id));
}
