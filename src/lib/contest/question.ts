// What a question, its key and a choice are; the key is a type of its own so that nothing can carry it by accident.
import type { QuestionId } from './ids.ts';

export const questionKinds = ['single', 'multiple', 'truefalse', 'numeric', 'ordering'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Option {
	/** Letter A–E. */
	id: string;
	text: string;
}

/** A question as anybody may see it once it is shown. */
export interface Question {
	id: QuestionId;
	code: string;
	topic: string;
	difficulty: number;
	kind: QuestionKind;
	text: string;
	/** Empty for `numeric`. */
	options: Option[];
	/** Time allowed, in seconds. */
	seconds: number;
	source: string;
}

/** What a contestant chose: option letters (in order for `ordering`), or a number as plain decimal text with a dot. */
export type Choice = { kind: 'options'; options: string[] } | { kind: 'number'; value: string };

/** The key: never leaves the server before the reveal. */
export interface AnswerKey {
	correct: Choice;
	/** Plain decimal text; how far a number may be off. */
	tolerance: string;
	explanation: string;
}
