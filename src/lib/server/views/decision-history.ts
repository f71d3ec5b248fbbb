// Proposals that were settled, the newest first: what, why, by whom, and where the log has it.
import { describeDecision } from '../../contest/decisions/describe-decision.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import type { DecisionContent } from '../../contest/record/decision.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { readSequencesOfProposals } from '../stores/decisions.ts';
import { readEventsOfKinds } from '../stores/events.ts';
import type { ProposalRow } from '../stores/proposals.ts';
import type { Queryable } from '../stores/queryable.ts';

export interface SettledProposal {
	id: string;
	/** Number of the decision; null when there is none. */
	sequence: number | null;
	state: 'confirmed' | 'rejected' | 'withdrawn';
	/** Null for those who may not see the bank, where it is about a secret key. */
	what: Bilingual | null;
	reason: string;
	proposedBy: string;
	/** ms since the epoch */
	proposedAt: number;
	settledBy: string;
	settledAt: number;
	settledReason: string | null;
	/** Line of the log that settled it. */
	logLine: number | null;
	/** It holds and can be taken back. */
	canTakeBack: boolean;
}

const settling = ['decision-confirmed', 'decision-rejected', 'decision-withdrawn'];

/** `record` knows the whole bank, so that accepted problems have their words. */
export async function readDecisionHistory(
	db: Queryable,
	contestId: ContestId,
	{
		proposals,
		record,
		sees,
		isPublished
	}: {
		proposals: ProposalRow[];
		record: ContestRecord;
		sees: (content: DecisionContent) => boolean;
		isPublished: boolean;
	}
): Promise<SettledProposal[]> {
	const sequences = await readSequencesOfProposals(db, contestId);
	const lines = new Map(
		(await readEventsOfKinds(db, contestId, settling)).map(({ payload, sequence }) => [
			String(payload.proposalId),
			sequence
		])
	);
	const takenBack = new Set(record.decisions.map(({ takesBack }) => takesBack));
	return proposals
		.flatMap((proposal): SettledProposal[] => {
			const { id, state, content, takesBack, reason, proposedBy, proposedAt, settledReason } = proposal;
			if (state === 'open') return [];
			const seesIt = sees(content);
			const sequence = sequences.get(id) ?? null;
			return [
				{
					id,
					sequence,
					state,
					what: seesIt ? describeDecision(record, { content, takesBack }) : null,
					reason,
					proposedBy,
					proposedAt: proposedAt.getTime(),
					settledBy: proposal.settledBy ?? '',
					settledAt: proposal.settledAt?.getTime() ?? 0,
					settledReason,
					logLine: lines.get(id) ?? null,
					canTakeBack: seesIt && !isPublished && sequence !== null && takesBack === null && !takenBack.has(sequence)
				}
			];
		})
		.sort((a, b) => b.settledAt - a.settledAt || (b.logLine ?? 0) - (a.logLine ?? 0));
}
