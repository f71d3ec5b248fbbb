// Proposals that wait for a second person: what each would change now, as this person may see it, and who can confirm it.
import { describeDecision } from '../../contest/decisions/describe-decision.ts';
import { hashOfPreview, previewDecision } from '../../contest/decisions/preview-decision.ts';
import { tellsSecret } from '../../contest/decisions/proposed-decision.ts';
import { isSamePreview, shownPreview, touchesPoints } from '../../contest/decisions/shown-preview.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import type { DecisionContent } from '../../contest/record/decision.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { isRefusal, type Refusal } from '../../contest/refusal.ts';
import { explainDiff, type ExplainedDiff } from '../../contest/result/explain-diff.ts';
import { areOrganiserAndHead, may, rolesOf } from '../permissions.ts';
import type { Seat, StaffSeat } from '../seat.ts';
import { readStaff } from '../stores/accounts.ts';
import type { ProposalRow } from '../stores/proposals.ts';
import type { Queryable } from '../stores/queryable.ts';

export interface OpenProposal {
	id: string;
	/** Null for those who may not see the bank, where it is about a secret key; then there is no preview either. */
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
	/** Numbers of whom a substitute would not mark (R315). */
	keptFrom: string[];
	/** To be sent with the confirmation. */
	seen: string;
	/** The result has changed since it was proposed: this is not what whoever proposed it saw. */
	hasChanged: boolean;
	/** Why it can no longer be applied. */
	refusal: Refusal | null;
	/** Names of those who can confirm it, each with an account of their own. */
	confirmers: string[];
	can: { confirm: boolean; reject: boolean; withdraw: boolean };
}

export interface DeskFacts {
	record: ContestRecord;
	/** With the whole bank: problems of the preflight are judged by it. */
	whole: ContestRecord;
	/** Codes of the questions whose key the hall has been shown. */
	revealed: Set<string>;
	isBlind: boolean;
	isPublished: boolean;
	/** Everybody with a role in the contest. */
	people: StaffSeat[];
}

/** A key is a secret until the hall has been shown it; then whoever sees decisions sees it. */
export function seesContent(
	seat: Seat,
	contestId: ContestId,
	content: DecisionContent,
	revealed: Set<string>
): boolean {
	return !tellsSecret(content, revealed) || may(seat, 'bank:see', contestId);
}

/** As the use case decides it, but for sheets that are still open. */
function isConfirmer(seat: Seat, { content, contestId, ...proposal }: ProposalRow, revealed: Set<string>): boolean {
	if (seat.kind !== 'staff' || seat.accountId === proposal.proposedByAccount) return false;
	if (!may(seat, 'decisions:confirm', contestId) || !seesContent(seat, contestId, content, revealed)) return false;
	return content.kind !== 'override' || areOrganiserAndHead(proposal.proposedAs, rolesOf(seat, contestId));
}

export async function peopleOf(db: Queryable, contestId: ContestId): Promise<StaffSeat[]> {
	const people = new Map<string, StaffSeat>();
	for (const { accountId, displayName: name, role } of await readStaff(db, contestId)) {
		const known = people.get(accountId);
		if (known) known.roles[contestId]?.push(role);
		else people.set(accountId, { kind: 'staff', accountId, name, isFounder: false, roles: { [contestId]: [role] } });
	}
	return [...people.values()];
}

export function openProposal(seat: Seat, proposal: ProposalRow, facts: DeskFacts): OpenProposal {
	const { id, content, takesBack, reason, proposedBy, proposedAt, proposedByAccount, contestId } = proposal;
	const isOwn = seat.kind === 'staff' && seat.accountId === proposedByAccount;
	const seesIt = seesContent(seat, contestId, content, facts.revealed);
	const isWithheld = facts.isBlind && touchesPoints(content);
	/** Who is not shown what would change is not told to confirm it. */
	const isKeptOut = ({ accountId }: StaffSeat) => isWithheld && seat.kind === 'staff' && seat.accountId === accountId;
	const record = content.kind === 'override' ? facts.whole : facts.record;
	const preview = previewDecision(record, { content, takesBack, reason });
	const refusal = isRefusal(preview) ? preview : null;
	const shown = isRefusal(preview) ? null : shownPreview(preview, facts.isBlind);
	return {
		id,
		what: seesIt ? describeDecision(record, { content, takesBack }) : null,
		reason,
		proposedBy,
		proposedAt: proposedAt.getTime(),
		isOwn,
		diff: seesIt && shown?.diff ? explainDiff(record, shown.diff) : null,
		isWithheld,
		keptFrom: (seesIt && shown?.keptFrom) || [],
		seen: seesIt && shown ? hashOfPreview(shown) : '',
		hasChanged: !isRefusal(preview) && !isSamePreview(preview, proposal.previewHash),
		refusal: seesIt ? refusal : null,
		confirmers: facts.people
			.filter((each) => isConfirmer(each, proposal, facts.revealed) && !isKeptOut(each))
			.map(({ name }) => name),
		can: {
			confirm: isConfirmer(seat, proposal, facts.revealed) && !isWithheld && refusal === null && !facts.isPublished,
			reject: may(seat, 'decisions:confirm', contestId) && seesIt && !isOwn,
			withdraw: isOwn && seesIt
		}
	};
}
