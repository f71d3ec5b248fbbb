// Ending a proposal without a decision: the second person does not agree, or whoever proposed it withdraws it; with a reason.
import { z } from 'zod';
import { tellsSecret } from '../../contest/decisions/proposed-decision.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readProposal, settleProposal } from '../stores/proposals.ts';
import { readRevealedCodes } from '../stores/rounds.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({ contestId: z.uuid(), proposalId: z.uuid(), reason: reasonText });

export async function rejectDecision(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ state: 'rejected' | 'withdrawn' }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, proposalId, reason } = read;
	const request = { contestId, permission: 'decisions:propose' as const, staysPossible: true as const };
	return changeContest(app, seat, request, async ({ db, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const proposal = await readProposal(db, contestId, proposalId);
		if (!proposal) return refuse('input/not-found');
		const isOwn = proposal.proposedByAccount === seat.accountId;
		const denied =
			(isOwn ? null : refuseUnless(seat, 'decisions:confirm', contestId)) ??
			(tellsSecret(proposal.content, await readRevealedCodes(db, contestId))
				? refuseUnless(seat, 'bank:see', contestId)
				: null);
		if (denied) return denied;
		const state = isOwn ? 'withdrawn' : 'rejected';
		const isOpen = await settleProposal(db, proposalId, {
			state,
			settledBy: seat.name,
			settledByAccount: seat.accountId,
			settledAt: new Date(now),
			settledReason: reason
		});
		if (!isOpen) return refuse('decision/not-open');
		record(`decision-${state}`, { proposalId, decision: proposal.content.kind, reason });
		return { state };
	});
}
