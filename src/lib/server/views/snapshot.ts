// The whole of what one screen may see now: for the first paint of a page and for a socket that asks again.
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Audience } from '../../contest/stage.ts';
import type { Snapshot } from '../../live/protocol.ts';
import type { App } from '../app.ts';
import { may, type Permission } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readHall } from './hall.ts';
import { readMineOf } from './mine.ts';
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

export async function readSnapshot(
	app: App,
	seat: Seat,
	audience: Audience,
	contestId: ContestId
): Promise<Snapshot | Refusal> {
	if (!mayWatch(seat, audience, contestId))
		return refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed');
	const hall = await readHall(app, contestId);
	if (!hall) return refuse('input/not-found');
	const mine = seat.kind === 'contestant' ? await readMineOf(app, hall, [seat.contestantId]) : null;
	return {
		stage: stageFor(audience, hall),
		mine: seat.kind === 'contestant' ? (mine?.get(seat.contestantId) ?? null) : null,
		epoch: seat.kind === 'contestant' ? seat.epoch : null
	};
}
