// Whether a corrected key or an annulled question can be decided (R245); it must not know answers.
import { checkQuestion } from '../preflight/check-question.ts';
import type { DecisionContent } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** R245: the question has been asked and sealed, and the new key fits its kind. */
export function checkKey(
	{ questions, rounds }: ContestRecord,
	content: DecisionContent & { kind: 'key' | 'void' }
): Refusal | null {
	const sealed = new Set(
		rounds.flatMap((round) => round.questions.flatMap(({ question, isSealed }) => (isSealed ? [question] : [])))
	);
	const question = questions.find(({ code }) => code === content.question && sealed.has(code));
	if (!question) return refuse('decision/question-not-sealed', { question: content.question }, 'question');
	if (content.kind === 'void') return null;
	const isFitting = checkQuestion({ ...question, key: content.key }, 'question').length === 0;
	return isFitting ? null : refuse('decision/key-not-fitting', { question: content.question }, 'key');
}
