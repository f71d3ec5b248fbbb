// Putting a decision before a second person, together with the preview that was seen; nothing of the result changes yet.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { decisionAsked, fieldOf, previewHash } from './decision-input.ts';
import { putForward } from './put-forward.ts';
import { readAsked } from './weigh-decision.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({ contestId: z.uuid(), asked: decisionAsked, reason: reasonText, seen: previewHash });

/** R244. Accepting a problem of the preflight is proposed by an organiser or the head judge (R235). */
export async function proposeDecision(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ proposalId: string }> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) {
		const field = fieldOf(read.error);
		return refuse(field === 'reason' ? 'input/reason-needed' : 'input/not-valid', {}, field);
	}
	const { contestId, asked, reason, seen } = read.data;
	const request = { contestId, permission: 'decisions:propose' as const };
	return changeContest(app, seat, request, async (change) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const proposed = await readAsked(change.db, contestId, asked, reason);
		return isRefusal(proposed) ? proposed : putForward(change, seat, proposed, seen);
	});
}
