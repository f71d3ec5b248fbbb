// What the projector shows now and what may be done with it next, for whoever directs the hall.
import { ceremonyView } from '../../contest/ceremony.ts';
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { currentTables, type StandingRow } from '../../contest/standing-table.ts';
import type { App } from '../app.ts';
import { may, refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest, type ContestRow } from '../stores/contests.ts';
import { readLastCeremonyStep } from '../stores/hall-events.ts';
import { blindTurns } from './blind-turns.ts';
import { readStandings } from './standings.ts';

export interface HallDirection {
	contest: { id: ContestId; name: string; version: number };
	show: ContestRow['hall']['show'];
	isComplete: boolean;
	ceremony: {
		isOn: boolean;
		/** Where it is, or where it would be taken up. */
		step: number;
		steps: number;
		hidden: number;
		/** The places revealed by the last step. */
		justRevealed: StandingRow[];
		/** The places of the next step; empty for people who may not see results. */
		nextUp: StandingRow[];
	};
	can: { openPoints: boolean; seeScreen: boolean };
}

export async function hallDirection(app: App, seat: Seat, contestId: ContestId): Promise<HallDirection | Refusal> {
	const denied = refuseUnless(seat, 'hall:direct', contestId);
	if (denied) return denied;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	const result = contest && (await readStandings(app, contestId));
	if (!contest || !result) return refuse('input/not-found');
	const isOn = contest.hall.show === 'ceremony';
	const wanted = contest.hall.show === 'ceremony' ? contest.hall.step : await readLastCeremonyStep(db, contestId);
	const now = ceremonyView(currentTables(result.tables), wanted);
	const maySeeNext = may(seat, 'results:see', contestId) && (await blindTurns(db, seat, contestId)).size === 0;
	return {
		contest: { id: contest.id, name: contest.name, version: contest.version },
		show: contest.hall.show,
		isComplete: result.isComplete,
		ceremony: {
			isOn,
			step: now.step,
			steps: now.steps,
			hidden: now.hidden,
			justRevealed: isOn ? now.newest : [],
			nextUp: maySeeNext ? now.next : []
		},
		can: { openPoints: may(seat, 'results:publish', contestId), seeScreen: may(seat, 'stage:screen', contestId) }
	};
}
