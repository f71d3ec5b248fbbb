// How a version of a question lives, from draft to retired, and whom rounds may ask (R281, R282); it must not know what the question says.
import { refuse, type Refusal } from '../refusal.ts';

export const questionStates = ['draft', 'reviewed', 'approved', 'used', 'retired'] as const;
export type QuestionState = (typeof questionStates)[number];

export const questionSteps = ['review', 'approve', 'retire', 'restore'] as const;
export type QuestionStep = (typeof questionSteps)[number];

export const bankPolicies = ['any', 'approved'] as const;
export type BankPolicy = (typeof bankPolicies)[number];

export interface QuestionLife {
	/** The account that wrote this version; null where nobody knows. */
	madeBy: string | null;
	isReviewed: boolean;
	isApproved: boolean;
	isRetired: boolean;
	/** Stands in a round that has left the plan. */
	isUsed: boolean;
}

/**
 * ```
 * draft ── review ──► reviewed ── approve ──► approved ── its round begins ──► used
 *   any of them ── retire ──► retired ── restore ──► where it was;  an edit makes a new version, which is a draft
 * ```
 */
export function questionState({
	isReviewed,
	isApproved,
	isRetired,
	isUsed
}: Omit<QuestionLife, 'madeBy'>): QuestionState {
	if (isRetired) return 'retired';
	if (isUsed) return 'used';
	if (isApproved) return 'approved';
	return isReviewed ? 'reviewed' : 'draft';
}

/** R281: null when this person may take the step now. Who wrote a version neither reviews nor approves it. */
export function refuseStep(life: QuestionLife, step: QuestionStep, accountId: string): Refusal | null {
	const state = questionState(life);
	const isOwn = life.madeBy === accountId;
	switch (step) {
		case 'review':
			if (state !== 'draft') return refuse('question/not-now');
			return isOwn ? refuse('question/own-version') : null;
		case 'approve':
			if (state !== 'reviewed') return refuse('question/not-now');
			return isOwn ? refuse('question/own-version') : null;
		case 'retire':
			return state === 'retired' ? refuse('question/not-now') : null;
		case 'restore':
			return state === 'retired' ? null : refuse('question/not-now');
	}
}

/** R282: whether a round may take it; that no round has it yet is another matter (R89). */
export function mayBeAsked(life: Omit<QuestionLife, 'madeBy'>, policy: BankPolicy): boolean {
	return !life.isRetired && (policy === 'any' || life.isApproved);
}
