// Putting a decision before a second person, together with the preview that was seen; nothing of the result changes yet.
import { z } from 'zod';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { decisionAsked, previewHash } from './decision-input.ts';
import { putForward } from './put-forward.ts';
import { readInput } from './read-input.ts';
import { readAsked } from './weigh-decision.ts';
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
	return changeContest(app, seat, request, async (change) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const proposed = await readAsked(change.db, contestId, asked, reason);
		return isRefusal(proposed) ? proposed : putForward(change, seat, proposed, seen);
	});
}
