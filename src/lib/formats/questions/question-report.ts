// What was read of a file of questions, as the JSON other programs take; it must not read or convert anything.
import type { QuestionValue } from '../import-values.ts';
import { inPlainText } from '../json-document/plain-text.ts';
import { problemWords } from '../problem-sentence.ts';
import type { Preview, Problem } from '../problem.ts';
import type { QuestionProblem } from './question-file-schema.ts';

/** Problems first, then what to look at; repairs change nothing that is asked and stay out. */
export function questionProblems(preview: Preview<QuestionValue>): QuestionProblem[] {
	const { fileProblems, problems, notices, rows } = preview;
	return [...fileProblems, ...problems, ...notices, ...rows.flatMap(({ warnings }) => warnings)].map(sayProblem);
}

function sayProblem(problem: Problem): QuestionProblem {
	const { line, question = null, column, code } = problem;
	return {
		where: { line, question, column },
		code,
		message: { vi: problemWords(problem, 'vi'), en: problemWords(problem, 'en') }
	};
}

export function questionReport(questions: readonly QuestionValue[], problems: readonly QuestionProblem[]): string {
	return `${JSON.stringify(inPlainText({ questions, problems }), null, '\t')}\n`;
}
