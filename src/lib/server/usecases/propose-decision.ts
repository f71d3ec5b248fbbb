// Putting a decision before a second person, together with the preview that was seen; nothing of the result changes yet.
import { z } from 'zod';
import { canonical } from '../../contest/event-chain.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { sha256 } from '../../contest/sha256.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { insertProposal } from '../stores/proposals.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { decisionAsked, previewHash } from './decision-input.ts';
import { readInput } from './read-input.ts';
import { readAsked, weighDecision } from './weigh-decision.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({ contestId: z.uuid(), asked: decisionAsked, reason: reasonText, seen: previewHash });

/** R244. Accepting a problem of the preflight is proposed by an organiser or the head judge (R235). */
export async function proposeDecision(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ proposalId: string }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, asked, reason, seen } = read;
	const request = { contestId, permission: 'decisions:propose' as const };
	return changeContest(app, seat, request, async ({ db, contest, now, record }) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const roles = seat.roles[contestId] ?? [];
		const proposed = await readAsked(db, contestId, asked, reason);
		if (isRefusal(proposed)) return proposed;
		const { content, takesBack } = proposed;
		if (content.kind === 'override' && !roles.some((role) => role === 'organiser' || role === 'head_judge'))
			return refuse('decision/needs-both');
		const weighed = await weighDecision(db, seat, contest, proposed);
		if (isRefusal(weighed)) return weighed;
		if (weighed.hash !== seen) return refuse('decision/preview-changed');
		const proposalId = await insertProposal(db, {
			contestId,
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
	});
}
