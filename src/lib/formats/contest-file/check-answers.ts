// Whether rounds and answers are about questions, options and contestants that exist, each once; it must not mark anything.
import type { RecordedChoice, RecordedQuestion } from '../../contest/record/question.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import type { FileProblem } from '../json-document/file-problem.ts';
import { jsonPath } from '../json-document/json-path.ts';
import { directory, reference, type Directories, type Directory } from './directory.ts';
import { repetitions } from '../json-document/repetition.ts';

export function checkAnswers({ rounds, answers, questions }: ContestRecord, known: Directories): FileProblem[] {
	const choices = new Map(questions.map((question) => [question.code, choicesOf(question)]));
	const asked = rounds.flatMap((round, roundAt) =>
		round.questions.map(({ question, isSealed }, at) => ({
			question,
			isSealed,
			path: `rounds[${roundAt}].questions[${at}].question`
		}))
	);
	return [
		...rounds.flatMap(({ part }, at) => reference(known.quizParts, part, `rounds[${at}].part`)),
		// What is still to be asked is kept out of the file together with its key.
		...asked.flatMap(({ question, isSealed, path }) => (isSealed ? reference(known.questions, question, path) : [])),
		...repetitions(
			asked,
			({ question }) => [question],
			(at) => asked[at]?.path ?? 'rounds'
		),
		...answers.flatMap(({ contestant, question, choice }, at) => [
			...reference(known.contestants, contestant, `answers[${at}].contestant`),
			...reference(known.questions, question, `answers[${at}].question`),
			...checkChoice(choice, choices.get(question), `answers[${at}].choice`)
		]),
		...repetitions(
			answers,
			({ contestant, question }) => [contestant, question],
			(at) => `answers[${at}]`
		)
	];
}

/** What may be chosen in a question. */
interface Choices {
	options: Directory;
	targets: Directory;
}

function choicesOf({ code, options, targets }: RecordedQuestion): Choices {
	const list = `questions: ${code}`;
	return {
		options: directory('phương án', 'option', `${list}.options`, options, (id) => id),
		targets: directory('vế phải', 'right side', `${list}.targets`, targets, (id) => id)
	};
}

function checkChoice(choice: RecordedChoice, choices: Choices | undefined, path: string): FileProblem[] {
	if (!choices) return [];
	const { options, targets } = choices;
	if (choice.kind === 'options')
		return [
			...choice.options.flatMap((id, at) => reference(options, id, `${path}.options[${at}]`)),
			...repetitions(
				choice.options,
				(id) => [id],
				(at) => `${path}.options[${at}]`
			)
		];
	if (choice.kind !== 'pairs') return [];
	return Object.entries(choice.pairs).flatMap(([left, right]) => {
		const place = `${path}.${jsonPath(['pairs', left])}`;
		return [...reference(options, left, place), ...reference(targets, right, place)];
	});
}
