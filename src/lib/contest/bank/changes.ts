// What one version of a question says otherwise than the one before (R280); it must not know who wrote them.
import type { AnswerKey, Question } from '../question.ts';

export const questionFields = [
	'kind',
	'topic',
	'difficulty',
	'text',
	'options',
	'picture',
	'key',
	'explanation',
	'seconds',
	'source'
] as const;
export type QuestionField = (typeof questionFields)[number];

export type WholeQuestion = Omit<Question, 'id' | 'code'> & { key: AnswerKey };

/** R280: in the order of the form; both sides of a matching question are its options. */
export function changedFields(before: WholeQuestion, after: WholeQuestion): QuestionField[] {
	return questionFields.filter((field) => stable(said(before, field)) !== stable(said(after, field)));
}

function said(question: WholeQuestion, field: QuestionField): unknown {
	const { explanation, ...key } = question.key;
	if (field === 'key') return { ...key, alsoCorrect: key.alsoCorrect ?? [] };
	if (field === 'explanation') return explanation;
	if (field === 'picture') return question.picture && [question.picture.sha256, question.picture.alt];
	return field === 'options' ? [question.options, question.targets] : question[field];
}

/** The order of fields plays no role. */
function stable(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		part !== null && typeof part === 'object' && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}
