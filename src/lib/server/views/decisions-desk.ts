// Where decisions are proposed and confirmed: open proposals with what they would change now, those settled, and what waits for one.
import type { DecisionContent } from '../../contest/record/decision.ts';
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import { preflight } from '../../contest/preflight/preflight.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { computeResult } from '../../contest/result/compute.ts';
import type { Missing } from '../../contest/result/result.ts';
import { isJudged, isOnStage } from '../../contest/rules/parts.ts';
import { allParts, type Rules } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContestRecord } from '../stores/contest-record.ts';
import { readContest, type ContestRow } from '../stores/contests.ts';
import { readProposals } from '../stores/proposals.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readRevealedCodes } from '../stores/rounds.ts';
import { blindTurns, seenMissing } from './blind-turns.ts';
import { readDecisionChoices, type DecisionChoices } from './decision-choices.ts';
import { readDecisionHistory, type SettledProposal } from './decision-history.ts';
import { lateToDecide, type LateToDecide } from './late-to-decide.ts';
import { openProposal, peopleOf, seesContent, type OpenProposal } from './open-proposals.ts';

export interface DecisionsDesk {
	contest: { id: ContestId; name: string; version: number; isPublished: boolean };
	/** Titles of parts and stages by code, for sentences about what is missing. */
	titles: Record<string, Bilingual>;
	can: { propose: boolean };
	open: OpenProposal[];
	settled: SettledProposal[];
	/** What is missing for a result and can be decided. */
	waiting: Missing[];
	/** What came late with a price and waits (R342). */
	late: LateToDecide[];
	choices: DecisionChoices;
}

/** What people can decide about; the rest of what is missing is still to be done. */
const decidable = new Set<Missing['kind']>([
	'tie',
	'advancement',
	'divergence',
	'sheets',
	'panel-value',
	'late-entries'
]);

/** A sheet of a turn that has not ended is not late: nothing is to be decided about it yet. */
function decidableNow(rules: Rules, missing: Missing[]): Missing[] {
	const toCome = new Set(
		missing.flatMap((each) =>
			each.kind === 'turns-drawn' || each.kind === 'turns-ended'
				? each.contestants.map((number) => `${each.stage} ${number}`)
				: []
		)
	);
	return missing.filter((each) => {
		if (each.kind !== 'sheets') return decidable.has(each.kind);
		const stage = rules.stages.find(({ parts }) =>
			parts.some((part) => part.code === each.part && isJudged(part) && isOnStage(part))
		);
		return !stage || each.contestants.some((number) => !toCome.has(`${stage.code} ${number}`));
	});
}

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
	const computed = computeResult(record);
	const proposals = await readProposals(db, contest.id);
	const blind = await blindTurns(db, seat, contest.id);
	const isBlind = blind.size > 0;
	const result = { ...computed, missing: await seenMissing(db, contest.id, blind, computed.missing) };
	const isPublished = contest.publishedAt !== null;
	const named = [...contest.rules.stages, ...allParts(contest.rules)];
	const revealed = await readRevealedCodes(db, contest.id);
	const facts = { record, whole, revealed, isBlind, isPublished, people: await peopleOf(db, contest.id) };
	const sees = (content: DecisionContent) => seesContent(seat, contest.id, content, revealed);
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version, isPublished },
		titles: Object.fromEntries(named.map(({ code, title }) => [code, title])),
		can: { propose: may(seat, 'decisions:propose', contest.id) && !isPublished },
		open: proposals.filter(({ state }) => state === 'open').map((proposal) => openProposal(seat, proposal, facts)),
		settled: await readDecisionHistory(db, contest.id, { proposals, record: whole, sees, isPublished }),
		waiting: decidableNow(contest.rules, result.missing),
		late: lateToDecide(record, proposals),
		choices: await readDecisionChoices(db, contest.id, {
			record,
			result,
			problems: preflight(whole).open.filter(({ mayOverride }) => mayOverride),
			seesKey: (question) => sees({ kind: 'void', question }),
			keyOf
		})
	};
}
