// A decision somebody proposes, before anybody has confirmed it; it must not know who proposes it or where it is kept.
import type { Decision, DecisionContent } from '../record/decision.ts';
import type { ContestRecord, QuestionCode } from '../record/record.ts';

export interface ProposedDecision {
	content: DecisionContent;
	/** Sequence of the decision it takes back; `content` then repeats that one. */
	takesBack: number | null;
	reason: string;
}

/** Whether it says something of a question whose key the hall has not been shown: only for those who may see the bank. */
export function tellsSecret(content: DecisionContent, revealed: ReadonlySet<QuestionCode>): boolean {
	return 'question' in content && !revealed.has(content.question);
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
