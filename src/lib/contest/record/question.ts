// Questions, keys and choices of every kind the engine can mark; it must not know points, time or people.
import type { Points } from '../points.ts';

export const recordedQuestionKinds = [
	'single',
	'multiple',
	'truefalse',
	'numeric',
	'ordering',
	'matching',
	'text'
] as const;
export type RecordedQuestionKind = (typeof recordedQuestionKinds)[number];

/** What a contestant chose; also the shape of the right answer. */
export type RecordedChoice =
	/** Ids of options; in order for `ordering`. */
	| { kind: 'options'; options: string[] }
	/** Plain decimal text with a dot. */
	| { kind: 'number'; value: string }
	/** For `matching`: the id on the right for each id on the left. */
	| { kind: 'pairs'; pairs: Record<string, string> }
	/** As it was typed. */
	| { kind: 'text'; value: string };

export interface RecordedKey {
	correct: RecordedChoice;
	/** `numeric`: how far a number may be off, as plain decimal text; empty for not at all. */
	tolerance: string;
	/** `text`: other wordings that are right as well; empty elsewhere. */
	alsoCorrect: string[];
}

export interface RecordedQuestion {
	/** Unique in a contest. */
	code: string;
	kind: RecordedQuestionKind;
	/** Ids of its options (for `matching` those on the left); empty for `numeric` and `text`. */
	options: string[];
	/** For `matching`: ids on the right; empty elsewhere. */
	targets: string[];
	key: RecordedKey;
	/** Its own points instead of those of the part; null for the part's. */
	points: Points | null;
}
