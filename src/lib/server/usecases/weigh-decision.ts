// What a decision would change, as the person who asks may see it; propose, preview and confirm weigh it alike.
import { contentOf, tellsSecret, type ProposedDecision } from '../../contest/decisions/proposed-decision.ts';
import { isAboutAnswer } from '../../contest/decisions/held-answer.ts';
import { hashOfPreview, previewDecision, type DecisionPreview } from '../../contest/decisions/preview-decision.ts';
import { shownPreview } from '../../contest/decisions/shown-preview.ts';
import type { DecisionContent } from '../../contest/record/decision.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { refuseUnless } from '../permissions.ts';
import type { StaffSeat } from '../seat.ts';
import { readBlindTurns } from '../stores/blind-turns.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import type { ContestRow } from '../stores/contests.ts';
import { readDecisions } from '../stores/decisions.ts';
import { readQuarantined } from '../stores/quarantine.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readRevealedCodes } from '../stores/rounds.ts';
import type { DecisionAsked } from './decision-input.ts';

export interface WeighedDecision {
	record: ContestRecord;
	/** As this person sees it: without points while they are blind. */
	preview: DecisionPreview;
	/** Of what this person sees. */
	hash: string;
	isBlind: boolean;
	/** Of a question whose key the hall has not been shown. */
	isSecret: boolean;
}

/** A decision that is taken back is repeated in what takes it back. */
export async function readAsked(
	db: Queryable,
	contestId: string,
	asked: DecisionAsked,
	reason: string
): Promise<ProposedDecision | Refusal> {
	if ('content' in asked) {
		const { content } = asked;
		if (content.kind === 'answer' && !(await isPutAside(db, contestId, content)))
			return refuse('decision/not-there', { what: content.question }, 'answer');
		return { content, takesBack: null, reason };
	}
	const { takesBack } = asked;
	const meant = (await readDecisions(db, contestId)).find(({ sequence }) => sequence === takesBack);
	if (!meant) return refuse('decision/not-there', { what: takesBack }, 'takesBack');
	return { content: contentOf(meant), takesBack, reason };
}

/** R203: nobody decides about an answer that was never sent. */
async function isPutAside(
	db: Queryable,
	contestId: string,
	content: DecisionContent & { kind: 'answer' }
): Promise<boolean> {
	return (await readQuarantined(db, contestId)).some((answer) => isAboutAnswer(content, answer));
}

/** Refused after publication, without sight of the bank where a key is still secret, and when it names what is not there. */
export async function weighDecision(
	db: Queryable,
	seat: StaffSeat,
	contest: ContestRow,
	proposed: ProposedDecision
): Promise<WeighedDecision | Refusal> {
	if (contest.publishedAt) return refuse('result/already-published');
	const isSecret = tellsSecret(proposed.content, await readRevealedCodes(db, contest.id));
	const denied = isSecret ? refuseUnless(seat, 'bank:see', contest.id) : null;
	if (denied) return denied;
	const record = await readContestRecord(db, contest, proposed.content.kind === 'override' ? 'all' : 'sealed');
	const whole = previewDecision(record, proposed);
	if (isRefusal(whole)) return whole;
	const isBlind = (await readBlindTurns(db, contest.id, seat.accountId)).size > 0;
	const preview = shownPreview(whole, isBlind);
	return { record, preview, hash: hashOfPreview(preview), isBlind, isSecret };
}
