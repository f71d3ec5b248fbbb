// The stage a projector or an MC page opens with; afterwards it follows by socket. It must not know addresses or pages.
import type { ContestId } from '../../contest/ids.ts';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Snapshot } from '../../live/protocol.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readHall } from './hall.ts';
import { stageFor } from './stage.ts';

export async function hallSnapshot(
	app: App,
	seat: Seat,
	audience: 'screen' | 'mc',
	contestId: ContestId
): Promise<Snapshot | Refusal> {
	const refusal = refuseUnless(seat, `stage:${audience}`, contestId);
	if (refusal) return refusal;
	const hall = await readHall(app, contestId);
	return hall ? { stage: stageFor(audience, hall), mine: null, epoch: null } : refuse('input/not-found');
}
