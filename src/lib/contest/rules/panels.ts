// How a panel's sheets become one value, and what happens when judges are missing or far apart, as data; it must not know any judge.
import type { Bilingual, PanelCode, Percent } from '../ids.ts';
import type { Points } from '../points.ts';

export interface Panel {
	/** Judges are seated in a panel by this code; the same panel may mark several parts. */
	code: PanelCode;
	title: Bilingual;
	/** Its share of the part; the panels of a part add up to 100. */
	weight: Percent;
	aggregation: Aggregation;
	/** With fewer sheets that count, the panel has no value. */
	leastSheets: number;
	missing: MissingJudge;
	/** Null when differences are not looked at. */
	divergence: Divergence | null;
}

/** Fewer judges than this cannot give the value the rules ask for. */
export function leastJudges({ aggregation, leastSheets }: Panel): number {
	return Math.max(leastSheets, aggregation.kind === 'trimmed' ? aggregation.leastPanel : 0);
}

/** Those whose sheets count. */
export const countedRoles = ['head', 'deputy', 'member', 'secretary'] as const;
export type CountedRole = (typeof countedRoles)[number];
/** A shadow judge learns: marks like the others of the panel, and no sheet of theirs is waited for or counts (R157). */
export const judgeRoles = [...countedRoles, 'shadow'] as const;
export type JudgeRole = (typeof judgeRoles)[number];

export type Aggregation =
	| { kind: 'mean' }
	/** Each sheet counts by the weight of its judge's role; a role that is not named weighs 1. */
	| { kind: 'weighted-mean'; weights: { role: CountedRole; weight: number }[] }
	/** The middle sheet, or the mean of the two middle ones. */
	| { kind: 'median' }
	/** Only for raw parts and panels where nobody is missing: the points of all sheets together. */
	| { kind: 'sum' }
	/** The `high` highest and `low` lowest are left out when the panel has at least `leastPanel` sheets; then the mean. */
	| { kind: 'trimmed'; high: number; low: number; leastPanel: number }
	/** The panel agrees on one mark: all sheets that count must be equal. */
	| { kind: 'consensus' };

/** What happens when an expected sheet does not come. A recusal or abstention is not a missing sheet: it is not expected. */
export const missingJudgePolicies = ['mean-of-present', 'wait', 'substitute', 'drop-from-session'] as const;
export type MissingJudge = (typeof missingJudgePolicies)[number];

/** Whether no value is taken before every sheet, or a substitute's, is there. */
export function waitsForAll(policy: MissingJudge): boolean {
	return policy === 'wait' || policy === 'substitute';
}

export interface Divergence {
	/** The last two look at the whole panel; the others at each sheet. */
	metric: 'distance-to-mean' | 'distance-to-median' | 'dixon-q' | 'spread';
	/** From the mildest to the gravest; of the levels reached the last one holds. */
	levels: DivergenceLevel[];
}

export interface DivergenceLevel {
	/** Points on the scale of the rubric, percent of that scale, or for `dixon-q` the confidence. */
	threshold:
		| { kind: 'points'; points: Points }
		| { kind: 'share'; percent: Percent }
		| { kind: 'confidence'; percent: 90 | 95 | 99 };
	/** Whether a difference of exactly the threshold reaches the level. */
	reached: 'above' | 'from';
	action: DivergenceAction;
}

export const divergenceActions = [
	'warn',
	/** Hội ý: the judges consult and may revise their sheets. */
	'consult',
	/** The head judge decides, in writing. */
	'head-decides',
	/** The sheets concerned do not count and the value is computed again. */
	'exclude',
	/** Another judge marks; that mark takes the place of the panel's value, or joins the sheets. */
	'extra-replaces',
	'extra-joins'
] as const;
export type DivergenceAction = (typeof divergenceActions)[number];
