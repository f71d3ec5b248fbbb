// A decision somebody proposes, before anybody has confirmed it; it must not know who proposes it or where it is kept.
import type { Decision, DecisionContent, DecisionKind } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';

export interface ProposedDecision {
	content: DecisionContent;
	/** Sequence of the decision it takes back; `content` then repeats that one. */
	takesBack: number | null;
	reason: string;
}

/** Decisions of these kinds say what is right in the bank: only those who may see the bank may see them. */
const ofTheBank: ReadonlySet<DecisionKind> = new Set<DecisionKind>(['key', 'void']);

export function showsTheBank({ kind }: Pick<DecisionContent, 'kind'>): boolean {
	return ofTheBank.has(kind);
}

/** The record as it is once the decision holds. */
export function recordWith(record: ContestRecord, { content, takesBack, reason }: ProposedDecision): ContestRecord {
	const frame = { sequence: nextSequence(record.decisions), reason, by: '', confirmedBy: null, at: '', takesBack };
	return { ...record, decisions: [...record.decisions, { ...frame, ...content }] };
}

export function nextSequence(decisions: Decision[]): number {
	return decisions.reduce((most, { sequence }) => Math.max(most, sequence), 0) + 1;
}

/** What was decided, without who, when and why. */
export function contentOf(decision: Decision): DecisionContent {
	const { sequence: _s, reason: _r, by: _b, confirmedBy: _c, at: _a, takesBack: _t, ...content } = decision;
	return content;
}
