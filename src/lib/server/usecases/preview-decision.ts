// Showing what a decision would change, before anybody is asked to confirm it; nothing is written.
import { z } from 'zod';
import { describeDecision } from '../../contest/decisions/describe-decision.ts';
import type { Bilingual } from '../../contest/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { explainDiff, type ExplainedDiff } from '../../contest/result/explain-diff.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { decisionAsked, type DecisionAsked } from './decision-input.ts';
import { readInput } from './read-input.ts';
import { readAsked, weighDecision } from './weigh-decision.ts';
import { reasonText } from './reason-text.ts';

const input = z.strictObject({ contestId: z.uuid(), asked: decisionAsked, reason: reasonText });

export interface PreviewedDecision {
	asked: DecisionAsked;
	reason: string;
	what: Bilingual;
	/** Null for a judge whose sheets are not all locked. */
	diff: ExplainedDiff | null;
	/** Numbers of whom a substitute would not mark (R315). */
	keptFrom: string[];
	/** To be sent with the proposal: only what was seen is proposed. */
	seen: string;
}

export async function previewDecision(app: App, seat: Seat, given: unknown): Promise<PreviewedDecision | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, asked, reason } = read;
	const denied = refuseUnless(seat, 'decisions:propose', contestId);
	if (denied || seat.kind !== 'staff') return denied ?? refuse('access/not-allowed');
	return app.database.drizzle.transaction(
		async (db) => {
			const contest = await readContest(db, contestId);
			if (!contest) return refuse('input/not-found');
			const proposed = await readAsked(db, contestId, asked, reason);
			if (isRefusal(proposed)) return proposed;
			const weighed = await weighDecision(db, seat, contest, proposed);
			if (isRefusal(weighed)) return weighed;
			const { record, preview, hash } = weighed;
			return {
				asked,
				reason,
				what: describeDecision(record, preview),
				diff: preview.diff && explainDiff(record, preview.diff),
				keptFrom: preview.keptFrom ?? [],
				seen: hash
			};
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}
