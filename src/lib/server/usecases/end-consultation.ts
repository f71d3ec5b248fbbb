// Ends a consultation: who took part, what was said, what it came to; a decision is put before a second person in the same change (R144).
import { z } from 'zod';
import { checkEnding } from '../../contest/consultation/check-consultation.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { isSamePlace } from '../../contest/result/panel-scores.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import { readDifferences } from '../stores/differences.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { divergenceOutcome, previewHash } from './decision-input.ts';
import { putForward } from './put-forward.ts';
import { readInput } from './read-input.ts';
import { reasonText } from './reason-text.ts';
import { lineText } from './setup-input.ts';

const code = lineText(60);

const input = z.strictObject({
	contestId: z.uuid(),
	part: code,
	panel: code,
	contestant: code,
	present: z.array(code).max(50),
	note: reasonText,
	cameTo: z.union([
		divergenceOutcome,
		z.strictObject({ kind: z.literal('revise'), judges: z.array(code).max(50) }),
		z.strictObject({ kind: z.literal('adjourned') })
	]),
	/** Of the preview of the decision; without one where nothing is decided. */
	seen: previewHash.nullable()
});

export interface EndedConsultation {
	cameTo: z.infer<typeof input>['cameTo']['kind'];
	proposalId: string | null;
}

export async function endConsultation(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<EndedConsultation> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read.field === 'note' ? refuse('input/reason-needed', {}, 'note') : read;
	const { contestId, present, note, cameTo, seen, ...place } = read;
	const request = { contestId, permission: 'consultations:lead' as const };
	return changeContest(app, seat, request, async (change) => {
		if (seat.kind !== 'staff') return refuse('access/not-allowed');
		const { list } = await readDifferences(change.db, change.contest);
		const difference = list.find((each) => isSamePlace(each, place));
		if (difference && (await readBlindTurns(change.db, contestId, seat.accountId)).has(difference.turn.id))
			return refuse('decision/still-blind');
		const refusal = checkEnding(difference, { contestant: place.contestant, present, cameTo });
		if (refusal || !difference) return refusal ?? refuse('input/not-found');
		let proposalId: string | null = null;
		if (cameTo.kind !== 'revise' && cameTo.kind !== 'adjourned') {
			const content = { kind: 'divergence' as const, ...place, outcome: cameTo };
			const put = await putForward(change, seat, { content, takesBack: null, reason: note }, seen ?? '');
			if (isRefusal(put)) return put;
			({ proposalId } = put);
		}
		change.record('consultation-ended', {
			...place,
			number: place.contestant,
			turnId: difference.turn.id,
			begun: difference.consultation?.begun.line ?? null,
			present: [...new Set(present)].sort(),
			note,
			cameTo,
			proposalId
		});
		return { cameTo: cameTo.kind, proposalId };
	});
}
