// Who receives which award, for proposal, decision and certificates; nobody who still marks may read it. It must not know papers.
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import type { ResultState } from '../../contest/result-state.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { blindTurns } from './blind-turns.ts';
import { readResultState } from './result-state.ts';
import { readStandings, type Standings } from './standings.ts';

export interface AwardWinner {
	award: Bilingual;
	/** What comes with it, as the rules word it; may be empty. */
	gift: string;
	/** Null for a unit or a team. */
	number: string | null;
	name: string;
	/** Empty where the name is the unit's. */
	unit: string;
	/** Of the last ranking the contestant is in; null for units, and without one. */
	total: Points | null;
}

export interface AwardWinners {
	contest: { name: string; organiser: string; place: string; heldOn: string };
	/** In the order of the plan of awards. Empty while marks are missing: a proposal names nobody who may yet lose the award. */
	winners: AwardWinner[];
	isComplete: boolean;
	/** R350: whether it may still change. */
	state: ResultState;
}

export async function awardWinners(app: App, seat: Seat, contestId: ContestId): Promise<AwardWinners | Refusal> {
	const denied = refuseUnless(seat, 'papers:print', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const standings = contest && (await readStandings(app, contestId));
	if (!contest || !standings) return refuse('input/not-found');
	if ((await blindTurns(db, seat, contestId)).size > 0) return refuse('access/not-allowed');
	const { name, organiser, place, heldOn } = contest;
	return {
		contest: { name, organiser, place, heldOn },
		winners: standings.isComplete ? winnersOf(standings) : [],
		isComplete: standings.isComplete,
		state: await readResultState(db, contest, standings)
	};
}

function winnersOf({ record, result, tables }: Standings): AwardWinner[] {
	const unitName = new Map(record.units.map(({ code, name }) => [code, name]));
	const rows = new Map(tables.flatMap((table) => table.rows.map((row) => [row.number, row])));
	return result.awards.flatMap(({ award: code, winners }) => {
		const award = record.rules.awards.find((each) => each.code === code);
		if (!award) return [];
		const { title, gift } = award;
		return winners.map(({ contestant, unit }): AwardWinner => {
			const row = contestant === null ? undefined : rows.get(contestant);
			if (contestant === null || !row) {
				const name = unitName.get(unit ?? '') ?? unit ?? contestant ?? '';
				return { award: title, gift, number: contestant, name, unit: '', total: null };
			}
			const total = row.rank === null ? null : row.total;
			return { award: title, gift, number: row.number, name: row.name, unit: row.unit, total };
		});
	});
}
