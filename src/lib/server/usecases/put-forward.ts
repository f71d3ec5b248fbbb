// Stores a proposal inside a change of the contest, when it does what was seen; by itself, or as what a consultation came to.
import type { ProposedDecision } from '../../contest/decisions/proposed-decision.ts';
import { canonical } from '../../contest/event-chain.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { sha256 } from '../../contest/sha256.ts';
import type { StaffSeat } from '../seat.ts';
import { insertProposal } from '../stores/proposals.ts';
import type { Change } from './change-contest.ts';
import { weighDecision } from './weigh-decision.ts';

/** R244: `seen` is the hash of the preview the person has before them. */
export async function putForward(
	{ db, contest, now, record }: Change,
	seat: StaffSeat,
	proposed: ProposedDecision,
	seen: string
): Promise<{ proposalId: string } | Refusal> {
	const { content, takesBack, reason } = proposed;
	const roles = seat.roles[contest.id] ?? [];
	if (content.kind === 'override' && !roles.some((role) => role === 'organiser' || role === 'head_judge'))
		return refuse('decision/needs-both');
	const weighed = await weighDecision(db, seat, contest, proposed);
	if (isRefusal(weighed)) return weighed;
	if (weighed.hash !== seen) return refuse('decision/preview-changed');
	const proposalId = await insertProposal(db, {
		contestId: contest.id,
		content,
		takesBack,
		reason,
		proposedBy: seat.name,
		proposedByAccount: seat.accountId,
		proposedAs: roles,
		proposedAt: new Date(now),
		contestVersion: contest.version,
		previewHash: seen
	});
	record('decision-proposed', {
		proposalId,
		decision: content.kind,
		takesBack,
		reason,
		// Secret keys stay out of the log: more people read it than the bank.
		...(weighed.isSecret ? {} : { content }),
		contentHash: sha256(canonical(content)),
		previewHash: seen
	});
	return { proposalId };
}
