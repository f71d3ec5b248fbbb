// The second person confirms a proposal: the decision holds from then on, and what was seen is what is applied.
import { z } from 'zod';
import { nextSequence } from '../../contest/decisions/proposed-decision.ts';
import { touchesPoints } from '../../contest/decisions/shown-preview.ts';
import { canonical } from '../../contest/event-chain.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { sha256 } from '../../contest/sha256.ts';
import type { App } from '../app.ts';
import { areOrganiserAndHead } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { insertDecision } from '../stores/decisions.ts';
import { readProposal, settleProposal } from '../stores/proposals.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { previewHash } from './decision-input.ts';
import { readInput } from './read-input.ts';
import { weighDecision } from './weigh-decision.ts';

const input = z.strictObject({ contestId: z.uuid(), proposalId: z.uuid(), seen: previewHash });

/**
 * R244, R249: `seen` is the hash of the preview this person has before them; when the result has changed since, nothing is
 * applied and they look again. Decision, settled proposal and line of the log are one transaction.
 */
export async function confirmDecision(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ sequence: number }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, proposalId, seen } = read;
	const request = { contestId, permission: 'decisions:confirm' as const };
	return changeContest(app, seat, request, async ({ db, contest, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const proposal = await readProposal(db, contestId, proposalId);
		if (!proposal) return refuse('input/not-found');
		const { content, takesBack, reason } = proposal;
		if (proposal.proposedByAccount === seat.accountId) return refuse('decision/same-person');
		if (proposal.state !== 'open') return refuse('decision/not-open');
		if (content.kind === 'override' && !areOrganiserAndHead(proposal.proposedAs, seat.roles[contestId] ?? []))
			return refuse('decision/needs-both');
		const weighed = await weighDecision(db, seat, contest, { content, takesBack, reason });
		if (isRefusal(weighed)) return weighed;
		if (weighed.isBlind && touchesPoints(content)) return refuse('decision/still-blind');
		if (weighed.hash !== seen) return refuse('decision/preview-changed');

		const sequence = nextSequence(weighed.record.decisions);
		const madeAt = new Date(now);
		const people = { confirmedBy: seat.name, confirmedByAccount: seat.accountId };
		const settling = { settledBy: seat.name, settledByAccount: seat.accountId, settledAt: madeAt, settledReason: null };
		const isFirst =
			(await settleProposal(db, proposalId, { state: 'confirmed', ...settling })) &&
			(await insertDecision(db, {
				contestId,
				sequence,
				content,
				reason,
				by: proposal.proposedBy,
				byAccount: proposal.proposedByAccount,
				...people,
				takesBack,
				madeAt,
				proposalId
			}));
		if (!isFirst) return refuse('decision/not-open');
		record('decision-confirmed', {
			proposalId,
			sequence,
			decision: content.kind,
			takesBack,
			reason,
			by: proposal.proposedBy,
			contentHash: sha256(canonical(content)),
			previewHash: seen
		});
		return { sequence };
	});
}
