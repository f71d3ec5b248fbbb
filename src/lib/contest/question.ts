// What a question, its key and a choice are; the key is a type of its own so that nothing can carry it by accident.
import type { FileId, QuestionId } from './ids.ts';

export const questionKinds = ['single', 'multiple', 'truefalse', 'numeric', 'ordering', 'matching', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Option {
	/** Letter A–E; a number 1–5 on the right of `matching`. */
	id: string;
	text: string;
}

/** The one picture a question may have (R330). */
export interface QuestionPicture {
	fileId: FileId;
	/** Of the file as it is kept. */
	sha256: string;
	/** What it shows, for whoever does not see it. */
	alt: string;
	/** In pixels. */
	width: number;
	height: number;
}

/** A question as anybody may see it once it is shown. */
export interface Question {
	id: QuestionId;
	code: string;
	topic: string;
	difficulty: number;
	kind: QuestionKind;
	text: string;
	/** Empty for `numeric` and `text`; for `matching` what stands on the left. */
	options: Option[];
	/** For `matching` what stands on the right, numbered 1–5 in an order that tells nothing; empty elsewhere. */
	targets: Option[];
	picture: QuestionPicture | null;
	/** Time allowed, in seconds. */
	seconds: number;
	source: string;
}

/** What a contestant chose. */
export type Choice =
	/** Option letters; in order for `ordering`. */
	| { kind: 'options'; options: string[] }
	/** Plain decimal text with a dot. */
	| { kind: 'number'; value: string }
	/** For `matching`: the number on the right for each letter on the left. */
	| { kind: 'pairs'; pairs: Record<string, string> }
	/** As it was typed. */
	| { kind: 'text'; value: string };

/** The key: never leaves the server before the reveal. */
export interface AnswerKey {
	correct: Choice;
	/** Plain decimal text; how far a number may be off. */
	tolerance: string;
	/** `text`: other wordings that are right as well; a key of another kind has none. */
	alsoCorrect?: string[];
	explanation: string;
}
