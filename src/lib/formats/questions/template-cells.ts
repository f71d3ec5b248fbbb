// A question of the bank → the cells of its row in the template; it must not know the file they are written to.
import { optionColumns, questionColumns, type QuestionColumn } from '../import-questions.ts';
import type { QuestionValue } from '../import-values.ts';
import { escapeMarks } from '../question-escapes.ts';

const columns = Object.keys(questionColumns) as QuestionColumn[];

/** Headers of the template in Vietnamese, in its order. */
export const templateHeaders = columns.map((name) => questionColumns[name].title);

export function templateRow(question: QuestionValue): string[] {
	const cells = templateCells(question);
	return columns.map((name) => cells[name] ?? '');
}

function templateCells(question: QuestionValue): Partial<Record<QuestionColumn, string>> {
	const { code, topic, difficulty, kind, text, options, targets, correct, seconds, explanation, source } = question;
	const rightOf = (id: string) => {
		const target = correct.kind === 'pairs' ? correct.pairs[id] : undefined;
		return targets.find((each) => each.id === target)?.text ?? '';
	};
	const written = options.map(({ id, text: left }) =>
		kind === 'matching' ? `${escapeMarks(left)} = ${escapeMarks(rightOf(id))}` : left
	);
	return {
		code,
		topic,
		difficulty: String(difficulty),
		type: kind,
		question: text,
		...Object.fromEntries(optionColumns.map((name, at) => [name, written[at] ?? ''])),
		correct: correctCell(correct),
		tolerance: correct.kind === 'number' ? correct.tolerance.replace('.', ',') : '',
		seconds: String(seconds),
		explanation,
		source
	};
}

function correctCell(correct: QuestionValue['correct']): string {
	switch (correct.kind) {
		case 'options':
			return correct.options.join(';');
		case 'number':
			return correct.value.replace('.', ',');
		case 'text':
			return [correct.value, ...correct.alsoCorrect].map(escapeMarks).join('; ');
		case 'pairs':
			return '';
	}
}
