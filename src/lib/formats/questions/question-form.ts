// A question as somebody fills it into a form → the cells of the template, read by the one reader there is (ADR 0023), and back.
import type { QuestionKind } from '../../contest/question.ts';
import type { QuestionValue } from '../import-values.ts';
import type { Problem } from '../problem.ts';
import { escapeMarks } from '../question-escapes.ts';
import { previewDrafts } from './preview-drafts.ts';
import { letterAt, mostOptions, QuestionDraft } from './question-draft.ts';
import { rightSide } from './right-answers.ts';

export interface QuestionForm {
	/** Empty: one is made of the words. */
	code: string;
	topic: string;
	difficulty: string;
	kind: QuestionKind;
	text: string;
	/** At most five; empty ones at the end do not count. */
	options: string[];
	/** `matching`: what belongs to each option. */
	sides: string[];
	/** Letters of the right options; for `ordering` in the right order. */
	right: string[];
	/** `numeric`, as it was typed. */
	value: string;
	tolerance: string;
	/** `text`: one in each line. */
	wordings: string;
	seconds: string;
	explanation: string;
	source: string;
}

export function readQuestionForm(form: QuestionForm): { question: QuestionValue } | { problems: Problem[] } {
	const draft = new QuestionDraft(1);
	const { code, topic, difficulty, kind, text, seconds, explanation, source } = form;
	Object.assign(draft.cells, { code, topic, difficulty, type: kind, question: text, seconds, explanation, source });
	switch (kind) {
		case 'numeric':
			Object.assign(draft.cells, { correct: form.value, tolerance: form.tolerance });
			break;
		case 'text':
			draft.cells.correct = form.wordings
				.split('\n')
				.map((wording) => escapeMarks(wording.trim()))
				.filter(Boolean)
				.join('; ');
			break;
		case 'truefalse':
			draft.cells.correct = form.right.join(';');
			break;
		case 'matching':
			draft.write(filled(form.options, form.sides).map(pairCell));
			break;
		default:
			draft.choose(
				filled(form.options).map(([option]) => option),
				[],
				kind
			);
			draft.cells.correct = form.right.join(';');
	}
	const { rows, problems, fileProblems } = previewDrafts([draft], []);
	const question = rows[0]?.value;
	return question ? { question } : { problems: [...fileProblems, ...problems].map(withoutPlace) };
}

/** What the form begins with. */
export function formOf(question: QuestionValue): QuestionForm {
	const { options, correct, kind, difficulty, seconds, targets: _, picture: __, ...texts } = question;
	return {
		...texts,
		kind,
		difficulty: String(difficulty),
		seconds: String(seconds),
		options: options.map(({ text }) => text),
		sides: kind === 'matching' ? options.map(({ id }) => rightSide(question, id)) : [],
		right: correct.kind === 'options' ? correct.options : [],
		value: correct.kind === 'number' ? correct.value.replace('.', ',') : '',
		tolerance: correct.kind === 'number' ? correct.tolerance.replace('.', ',') : '',
		wordings: correct.kind === 'text' ? [correct.value, ...correct.alsoCorrect].join('\n') : ''
	};
}

/** Up to the last that is filled. */
function filled(options: readonly string[], sides: readonly string[] = []): [string, string][] {
	const pairs = Array.from({ length: mostOptions }, (_, at): [string, string] => [
		(options[at] ?? '').trim(),
		(sides[at] ?? '').trim()
	]);
	return pairs.slice(0, pairs.findLastIndex(([left, right]) => left !== '' || right !== '') + 1);
}

function pairCell([left, right]: [string, string]): string {
	return left === '' && right === '' ? '' : `${escapeMarks(left)} = ${escapeMarks(right)}`;
}

/** A form has no rows: the field alone says where. */
function withoutPlace({ question: _, ...problem }: Problem): Problem {
	return { ...problem, line: null };
}

export const formLetters = Array.from({ length: mostOptions }, (_, at) => letterAt(at));
