// The rules of a contest (thể lệ) as data: parts, panels, time, ties, awards; it must not know any person or mark.
import type { Bilingual, CriterionCode, PartCode } from './ids.ts';
import type { Points } from './points.ts';

/** Points of one question (R10–R12). Speed-weighted points are an option, never the default. */
export type QuestionScoring =
	| { kind: 'fixed'; points: Points }
	/** Full points at once, falling in a line to `leastShare` percent of them at the deadline. */
	| { kind: 'speed'; points: Points; leastShare: number };

export interface QuizPart {
	kind: 'quiz';
	code: PartCode;
	title: Bilingual;
	/** The part's points are scaled to this maximum. */
	maxPoints: Points;
	questionCount: number;
	scoring: QuestionScoring;
	/** Whether a contestant may change the answer until the deadline. */
	mayChangeAnswer: boolean;
	/** How long after the deadline an answer already on its way is still taken. */
	graceMs: number;
}

/** How the marks of a panel become one (R20–R22). Never a sum: panels may differ in size. */
export type Aggregation = { kind: 'mean' } | { kind: 'trimmed'; drop: number; leastPanel: number };

/** What exceeding or missing the time costs (R30–R33). */
export interface TimePenalty {
	/** Points taken off for each minute over or under. */
	perMinute: Points;
	/** How a started minute counts. */
	startedMinute: 'ceil' | 'floor' | 'prorata';
	/** At most this much is taken off. */
	cap: Points;
	/** Once off the part, or inside one criterion of every sheet; never both. */
	place: { kind: 'part' } | { kind: 'criterion'; criterion: CriterionCode };
}

export interface Timing {
	/** 0 when there is no minimum. */
	leastMs: number;
	mostMs: number;
	/** The warning is given this long before the limit. */
	warnBeforeMs: number;
	/** Over or under by no more than this costs nothing. */
	graceMs: number;
	penalty: TimePenalty | null;
}

export interface JudgedPart {
	kind: 'outline' | 'presentation' | 'situation';
	code: PartCode;
	title: Bilingual;
	maxPoints: Points;
	/** Code of the rubric its sheets are marked with. */
	rubric: string;
	aggregation: Aggregation;
	/** Null when nothing is timed. */
	timing: Timing | null;
}

export type Part = QuizPart | JudgedPart;

/** One key of the tie-break chain (R41), asked in order until two contestants differ. */
export type TieBreak =
	| { kind: 'part'; part: PartCode }
	/** The panel's mean of one criterion. */
	| { kind: 'criterion'; criterion: CriterionCode }
	/** Fewer points taken off for time. */
	| { kind: 'fewer-penalties' }
	/** More right answers in the quiz. */
	| { kind: 'right-answers' }
	/** Less time used on right answers, in milliseconds of the server's clock. */
	| { kind: 'answer-time' };

/** One prize of the plan (R50–R52), given in order of rank until the quota is used. */
export interface Award {
	code: string;
	title: Bilingual;
	/** How many; null gives it to all the rest. */
	quota: number | null;
	/** Nobody below this total receives it. */
	leastTotal: Points;
	/** When contestants share the last place of the quota, all of them receive it. */
	moreOnTie: boolean;
}

export interface Rules {
	/** Version of this document's shape. */
	format: 1;
	template: 'ba-phan' | 'kien-thuc-thuyet-trinh' | 'chi-trac-nghiem';
	title: Bilingual;
	parts: Part[];
	/** Ends in a shared rank when every key is equal. */
	tieBreaks: TieBreak[];
	awards: Award[];
}

export function isJudged(part: Part): part is JudgedPart {
	return part.kind !== 'quiz';
}

export function judgedParts(rules: Rules): JudgedPart[] {
	return rules.parts.filter(isJudged);
}

export function partOf(rules: Rules, code: PartCode): Part | undefined {
	return rules.parts.find((part) => part.code === code);
}
