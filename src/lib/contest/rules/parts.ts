// The parts of a contest (phần thi): what is asked, marked or given, and for how many points; it must not know any person.
import type { Bilingual, PartCode, Percent } from '../ids.ts';
import type { Points } from '../points.ts';
import type { Panel } from './panels.ts';
import type { Timing } from './timing.ts';

interface PartFrame {
	code: PartCode;
	title: Bilingual;
	/** The most this part can bring, before its weight. */
	maxPoints: Points;
	/** What of its points counts in the total: 100 all of them, 0 a part that only decides ties or a prize of its own. */
	weight: Percent;
	/** `scaled`: what was reached of what could be reached, times `maxPoints`. `raw`: the points as given, held within 0…`maxPoints`. */
	scale: 'scaled' | 'raw';
}

/** Parts marked by panels with a rubric. Outlines and written papers are marked at any time, the others once the turn was called. */
export const judgedKinds = [
	'outline',
	'written',
	'presentation',
	'situation',
	'greeting',
	'talent',
	'sketch',
	'debate'
] as const;

export interface JudgedPart extends PartFrame {
	kind: (typeof judgedKinds)[number];
	/** Code of the rubric its sheets are marked with. */
	rubric: string;
	/** One or more, such as a professional and an audience jury; their weights add up to 100. */
	panels: Panel[];
	/** Null when nothing is timed. */
	timing: Timing | null;
}

/** Points the organisers give, not judges: attendance, a bonus, the mark of a paper marked elsewhere. */
export interface GivenPart extends PartFrame {
	kind: 'given';
}

export interface QuizPart extends PartFrame {
	kind: 'quiz';
	questionCount: number;
	scoring: QuestionScoring;
	marking: QuestionMarking;
	/** What an annulled question does: it leaves both sums for everybody, or brings everybody its full points. */
	voided: 'left-out' | 'full-for-all';
	/** Whether a contestant may change the answer until the deadline. */
	mayChangeAnswer: boolean;
	/** How long after the deadline an answer already on its way is still taken. */
	graceMs: number;
}

export type Part = QuizPart | JudgedPart | GivenPart;

/** What one question brings. `wrong` and `blank` are 0 or below: taken off. A question may have its own points instead of `points`. */
export type QuestionScoring =
	| { kind: 'fixed'; points: Points; wrong: Points; blank: Points }
	/** Falling in a line from all points at once to `leastShare` of them at the deadline; within `fullWithinMs` all of them. */
	| { kind: 'speed'; points: Points; leastShare: Percent; fullWithinMs: number; wrong: Points; blank: Points }
	/** By order of time among the right answers, such as 40, 30, 20, 10; times equal in whole `tickMs` share a place. */
	| { kind: 'rank'; bonuses: Points[]; tickMs: number; wrong: Points; blank: Points };

/** How much of a question an answer gets right, for the kinds where there is something between right and wrong. */
export interface QuestionMarking {
	multiple:
		| { kind: 'all-or-nothing' }
		/** The share of the right options that were chosen; nothing as soon as a wrong one is. */
		| { kind: 'partial' }
		/** (right chosen − wrong chosen) / right options, never below `leastShare`, which is 0 or negative. */
		| { kind: 'right-minus-wrong'; leastShare: Percent };
	/** The whole order, or the share of neighbours of the key that are neighbours in the answer. */
	ordering: 'exact' | 'adjacent-pairs';
	/** All pairs, or the share of the right ones. */
	matching: 'exact' | 'per-pair';
}

export function isJudged(part: Part): part is JudgedPart {
	return part.kind !== 'quiz' && part.kind !== 'given';
}

export function isQuiz(part: Part): part is QuizPart {
	return part.kind === 'quiz';
}

/** Outlines and written papers do not wait for the stage. */
export function isOnStage(part: JudgedPart): boolean {
	return part.kind !== 'outline' && part.kind !== 'written';
}
