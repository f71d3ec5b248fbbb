// Where decisions are proposed and confirmed: open proposals with what they would change now, those settled, and what waits for one.
import { describeDecision } from '../../contest/decisions/describe-decision.ts';
import { hashOfPreview, previewDecision } from '../../contest/decisions/preview-decision.ts';
import { showsTheBank } from '../../contest/decisions/proposed-decision.ts';
import { isSamePreview, shownPreview, touchesPoints } from '../../contest/decisions/shown-preview.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { preflight } from '../../contest/preflight/preflight.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { computeResult } from '../../contest/result/compute.ts';
import { explainDiff, type ExplainedDiff } from '../../contest/result/explain-diff.ts';
import type { Missing } from '../../contest/result/result.ts';
import { allParts } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { areOrganiserAndHead, may, refuseUnless, rolesOf } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest, type ContestRow } from '../stores/contests.ts';
import { readProposals, type ProposalRow } from '../stores/proposals.ts';
import type { Queryable } from '../stores/queryable.ts';
import { blindTurns } from './blind-turns.ts';
import { readDecisionChoices, type DecisionChoices } from './decision-choices.ts';
import { readDecisionHistory, type SettledProposal } from './decision-history.ts';

export interface OpenProposal {
	id: string;
	/** Null for those who may not see the bank, where it is about a key; then there is no preview either. */
	what: Bilingual | null;
	reason: string;
	proposedBy: string;
	/** ms since the epoch */
	proposedAt: number;
	isOwn: boolean;
	/** Null while points are withheld, and where it can no longer be applied. */
	diff: ExplainedDiff | null;
	/** Judges with open sheets see no points. */
	isWithheld: boolean;
	/** To be sent with the confirmation. */
	seen: string;
	/** The result has changed since it was proposed: this is not what whoever proposed it saw. */
	hasChanged: boolean;
	/** Why it can no longer be applied. */
	refusal: Refusal | null;
	can: { confirm: boolean; reject: boolean; withdraw: boolean };
}

export interface DecisionsDesk {
	contest: { id: ContestId; name: string; version: number; isPublished: boolean };
	/** Titles of parts and stages by code, for sentences about what is missing. */
	titles: Record<string, Bilingual>;
	can: { propose: boolean; seeBank: boolean };
	open: OpenProposal[];
	settled: SettledProposal[];
	/** What is missing for a result and can be decided. */
	waiting: Missing[];
	choices: DecisionChoices;
}

/** What people can decide about; the rest of what is missing is still to be done. */
const decidable = new Set<Missing['kind']>(['tie', 'advancement', 'divergence', 'sheets', 'panel-value']);

/** `keyOf`: code of the question whose key is to be corrected. */
export async function decisionsDesk(
	app: App,
	seat: Seat,
	contestId: ContestId,
	{ keyOf = null }: { keyOf?: string | null } = {}
): Promise<DecisionsDesk | Refusal> {
	const denied = refuseUnless(seat, 'decisions:see', contestId);
	if (denied) return denied;
	return app.database.drizzle.transaction(
		async (db) => {
			const contest = await readContest(db, contestId);
			return contest ? readDesk(db, seat, contest, keyOf) : refuse('input/not-found');
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}

async function readDesk(db: Queryable, seat: Seat, contest: ContestRow, keyOf: string | null): Promise<DecisionsDesk> {
	const record = await readContestRecord(db, contest);
	const whole = await readContestRecord(db, contest, 'all');
	const result = computeResult(record);
	const proposals = await readProposals(db, contest.id);
	const isBlind = (await blindTurns(db, seat, contest.id)).size > 0;
	const isPublished = contest.publishedAt !== null;
	const named = [...contest.rules.stages, ...allParts(contest.rules)];
	const seeBank = may(seat, 'bank:see', contest.id);
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isPublished },
		titles: Object.fromEntries(named.map(({ code, title }) => [code, title])),
		can: { propose: may(seat, 'decisions:propose', contest.id) && !isPublished, seeBank },
		open: proposals
			.filter(({ state }) => state === 'open')
			.map((proposal) => openProposal(seat, proposal, { record, whole, isBlind, isPublished })),
		settled: await readDecisionHistory(db, contest.id, { proposals, record: whole, seeBank, isPublished }),
		waiting: result.missing.filter(({ kind }) => decidable.has(kind)),
		choices: await readDecisionChoices(db, contest.id, {
			record,
			result,
			problems: preflight(whole).open.filter(({ mayOverride }) => mayOverride),
			seeBank,
			keyOf
		})
	};
}

interface DeskFacts {
	record: ContestRecord;
	/** With the whole bank: problems of the preflight are judged by it. */
	whole: ContestRecord;
	isBlind: boolean;
	isPublished: boolean;
}

function openProposal(seat: Seat, proposal: ProposalRow, facts: DeskFacts): OpenProposal {
	const { id, content, takesBack, reason, proposedBy, proposedAt, proposedByAccount, contestId } = proposal;
	const isOwn = seat.kind === 'staff' && seat.accountId === proposedByAccount;
	const seesIt = !showsTheBank(content) || may(seat, 'bank:see', contestId);
	const isOfTwo = content.kind !== 'override' || areOrganiserAndHead(proposal.proposedAs, rolesOf(seat, contestId));
	const isWithheld = facts.isBlind && touchesPoints(content);
	const record = content.kind === 'override' ? facts.whole : facts.record;
	const preview = previewDecision(record, { content, takesBack, reason });
	const refusal = isRefusal(preview) ? preview : null;
	const shown = isRefusal(preview) ? null : shownPreview(preview, facts.isBlind);
	const mayConfirm = may(seat, 'decisions:confirm', contestId) && seesIt && !isOwn;
	return {
		id,
		what: seesIt ? describeDecision(record, { content, takesBack }) : null,
		reason,
		proposedBy,
		proposedAt: proposedAt.getTime(),
		isOwn,
		diff: seesIt && shown?.diff ? explainDiff(record, shown.diff) : null,
		isWithheld,
		seen: seesIt && shown ? hashOfPreview(shown) : '',
		hasChanged: !isRefusal(preview) && !isSamePreview(preview, proposal.previewHash),
		refusal: seesIt ? refusal : null,
		can: {
			confirm: mayConfirm && isOfTwo && !isWithheld && refusal === null && !facts.isPublished,
			reject: mayConfirm,
			withdraw: isOwn && seesIt
		}
	};
}
