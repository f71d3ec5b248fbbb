// Differences between judges, for whoever settles them or waits for it: who is how far apart, before and after, and what can be done.
import type { DifferenceState } from '../../contest/consultation/difference-state.ts';
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { computeResult } from '../../contest/result/compute.ts';
import type { PanelPlace } from '../../contest/result/panel-scores.ts';
import { recordWith } from '../../contest/decisions/proposed-decision.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import type { ContestResult } from '../../contest/result/result.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest, type ContestRow } from '../stores/contests.ts';
import { mayWaitForPeople, readDifferences, type KnownDifference } from '../stores/differences.ts';
import { readJudges } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';
import { blindTurns } from './blind-turns.ts';
import { differenceCard, type DifferenceCard } from './difference-card.ts';
import { peopleOf } from './open-proposals.ts';

export interface DifferencesDesk {
	contest: { id: ContestId; name: string; version: number; isRehearsal: boolean };
	/** What waits for somebody, in the order of the rules. */
	open: DifferenceCard[];
	/** What people, or the rules by themselves, have settled. */
	settled: DifferenceCard[];
	can: { lead: boolean; seePanel: boolean; confirm: boolean };
}

/** For who sees decisions; about a contestant whom this person still has to mark nothing is told (T-23). */
export async function differencesDesk(app: App, seat: Seat, contestId: ContestId): Promise<DifferencesDesk | Refusal> {
	const denied = refuseUnless(seat, 'decisions:see', contestId);
	if (denied) return denied;
	return inOneMoment(app, contestId, async (db, contest) => {
		const known = await readDifferences(db, contest);
		const blind = await blindTurns(db, seat, contestId);
		const seen = known.list.filter(({ turn }) => !blind.has(turn.id));
		const facts = {
			contestId,
			known,
			seat,
			judges: await readJudges(db, contestId),
			people: await peopleOf(db, contestId),
			isBlind: blind.size > 0,
			seesMarks: may(seat, 'marks:see', contestId),
			isPublished: contest.publishedAt !== null,
			standing: ifSheetsStand(known.record, seen)
		};
		const cards = seen.map((difference) => differenceCard(difference, facts));
		return {
			contest: { id: contest.id, name: contest.name, version: contest.version, isRehearsal: contest.isRehearsal },
			open: cards.filter(({ state }) => state !== 'settled'),
			settled: cards.filter(({ state }) => state === 'settled'),
			can: {
				lead: may(seat, 'consultations:lead', contestId) && contest.publishedAt === null,
				seePanel: may(seat, 'sheets:reopen', contestId) && may(seat, 'sheets:mark', contestId),
				confirm: may(seat, 'decisions:confirm', contestId)
			}
		};
	});
}

/** How many wait, of those this person may know of; 0 for who does not see decisions. */
export async function openDifferences(app: App, seat: Seat, contestId: ContestId): Promise<number> {
	if (!may(seat, 'decisions:see', contestId)) return 0;
	const count = await inOneMoment(app, contestId, async (db, contest) => {
		if (contest.publishedAt || !(await mayWaitForPeople(db, contest))) return 0;
		const { list } = await readDifferences(db, contest);
		const blind = await blindTurns(db, seat, contestId);
		return list.filter(({ state, turn }) => isOpen(state) && !blind.has(turn.id)).length;
	});
	return typeof count === 'number' ? count : 0;
}

function isOpen(state: DifferenceState): boolean {
	return state !== 'settled';
}

async function inOneMoment<T>(
	app: App,
	contestId: ContestId,
	read: (db: Queryable, contest: ContestRow) => Promise<T>
): Promise<T | Refusal> {
	return app.database.drizzle.transaction(
		async (db) => {
			const contest = await readContest(db, contestId);
			return contest ? read(db, contest) : refuse('input/not-found');
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}

/** The engine's own preview of "the sheets stand", for all that could be settled so, at once: differences do not touch each other. */
function ifSheetsStand(record: ContestRecord, list: KnownDifference[]): ContestResult | null {
	const could = list.filter(({ state }) => state === 'open' || state === 'consulting');
	if (could.length === 0) return null;
	const stands = ({ part, panel, contestant }: PanelPlace) =>
		({ kind: 'divergence', part, panel, contestant, outcome: { kind: 'stands' } }) as const;
	return computeResult(
		could.reduce((so, each) => recordWith(so, { content: stands(each), takesBack: null, reason: '' }), record)
	);
}
