// The ordered chain that parts contestants with equal totals, as data; it must not know who is tied.
import type { CriterionCode, PartCode, StageCode } from '../ids.ts';

/** One key of the chain (R41, R42). The last four are decided by people or by lot, and only when the chain comes that far. */
export type TieBreak =
	/** The points of a part, rounded, before its weight. */
	| { kind: 'part'; part: PartCode }
	/** The panel's mean of one criterion, exact. */
	| { kind: 'criterion'; criterion: CriterionCode }
	/** The total before rounding. */
	| { kind: 'exact-total' }
	/** The total of an earlier stage. */
	| { kind: 'stage'; stage: StageCode }
	/** The median of the judges' sheets of a part. */
	| { kind: 'median'; part: PartCode }
	/** How many criteria were given their maximum, over the sheets that count; of one part, or of all. */
	| { kind: 'top-marks'; part: PartCode | null }
	/** Fewer points taken off for time. */
	| { kind: 'fewer-penalties' }
	/** Less time used on stage. */
	| { kind: 'stage-time' }
	/** More right answers in the quiz. */
	| { kind: 'right-answers' }
	/** Less time used on right answers, in milliseconds of the server's clock. */
	| { kind: 'answer-time' }
	/** A question between the tied only; its outcome is recorded as a decision. */
	| { kind: 'extra-question' }
	/** Drawing lots between the tied; recorded with its seed. */
	| { kind: 'lots' }
	/** The head judge decides, with a reason. */
	| { kind: 'head-judge' }
	/** The rank is shared; ends the chain. */
	| { kind: 'share' };

export type TieBreakKind = TieBreak['kind'];
/** The keys whose outcome is recorded as a decision. */
export const decidedTieBreaks = ['extra-question', 'lots', 'head-judge'] as const;
export type DecidedTieBreak = (typeof decidedTieBreaks)[number];
