// Whether a corrected key, an annulled question or an answer put aside can be decided (R203, R245); it must not know what it changes.
import { checkQuestion } from '../preflight/check-question.ts';
import type { DecisionContent } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** R245: the question has been asked and sealed, and the new key fits its kind. */
export function checkKey(
	{ questions, rounds }: ContestRecord,
	content: DecisionContent & { kind: 'key' | 'void' }
): Refusal | null {
	const question = sealedQuestion({ questions, rounds }, content.question);
	if (!question) return refuse('decision/question-not-sealed', { question: content.question }, 'question');
	if (content.kind === 'void') return null;
	const isFitting = checkQuestion({ ...question, key: content.key }, 'question').length === 0;
	return isFitting ? null : refuse('decision/key-not-fitting', { question: content.question }, 'key');
}

/** R203: the question is sealed, the contestant is there, and the choice is one that could be made. Whether it was sent, the house knows. */
export function checkAnswer(
	record: ContestRecord,
	{ question: code, contestant, choice }: DecisionContent & { kind: 'answer' }
): Refusal | null {
	const question = sealedQuestion(record, code);
	if (!question) return refuse('decision/question-not-sealed', { question: code }, 'question');
	if (!record.contestants.some(({ number }) => number === contestant))
		return refuse('decision/not-there', { what: contestant }, 'contestant');
	const isKnown = choice.kind !== 'options' || choice.options.every((id) => question.options.includes(id));
	return isKnown ? null : refuse('decision/not-there', { what: code }, 'choice');
}

function sealedQuestion({ questions, rounds }: Pick<ContestRecord, 'questions' | 'rounds'>, code: string) {
	const isSealed = rounds.some((round) => round.questions.some((each) => each.isSealed && each.question === code));
	return isSealed ? questions.find((question) => question.code === code) : undefined;
}
