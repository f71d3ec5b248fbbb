// The whole of what one screen may see now: for the first paint of a page and for a socket that asks again.
import type { ContestantId, ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Audience, Mine } from '../../contest/stage.ts';
import type { Snapshot } from '../../live/protocol.ts';
import type { App } from '../app.ts';
import { may, type Permission } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readHall, type Hall } from './hall.ts';
import { readMineOf } from './mine.ts';
import { readTogether } from './read-together.ts';
import { stageFor } from './stage.ts';

/** Which permission a screen of each kind needs. */
const permissionFor: Record<Exclude<Audience, 'contestant'>, Permission> = {
	screen: 'stage:screen',
	judge: 'sheets:mark',
	mc: 'stage:mc',
	console: 'matrix:see'
};

/** Whether this seat may watch this contest as this audience. */
export function mayWatch(seat: Seat, audience: Audience, contestId: ContestId): boolean {
	if (audience === 'contestant') return seat.kind === 'contestant' && seat.contestId === contestId;
	return may(seat, permissionFor[audience], contestId);
}

interface Reading {
	hall: Hall;
	mine: Map<ContestantId, Mine>;
}
type Ask = (contestantId: ContestantId | null) => Promise<Reading | null>;
const asksByApp = new WeakMap<App, Map<ContestId, Ask>>();
const mostContestsKept = 200;

/** A hall that comes back after a lost line asks all at once: those of one moment share one reading. */
function askOf(app: App, contestId: ContestId): Ask {
	let asks = asksByApp.get(app);
	if (!asks) asksByApp.set(app, (asks = new Map()));
	let ask = asks.get(contestId);
	if (!ask) {
		if (asks.size >= mostContestsKept) asks.clear();
		ask = readTogether(async (contestantIds) => {
			const hall = await readHall(app, contestId);
			if (!hall) return null;
			const own = contestantIds.filter((id) => id !== null);
			return { hall, mine: own.length > 0 ? await readMineOf(app, hall, own) : new Map() };
		});
		asks.set(contestId, ask);
	}
	return ask;
}

export async function readSnapshot(
	app: App,
	seat: Seat,
	audience: Audience,
	contestId: ContestId
): Promise<Snapshot | Refusal> {
	if (!mayWatch(seat, audience, contestId))
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const contestantId = seat.kind === 'contestant' ? seat.contestantId : null;
	const reading = await askOf(app, contestId)(contestantId);
	if (!reading) return refuse('input/not-found');
	return {
		stage: stageFor(audience, reading.hall),
		mine: contestantId ? (reading.mine.get(contestantId) ?? null) : null,
		epoch: seat.kind === 'contestant' ? seat.epoch : null
	};
}
