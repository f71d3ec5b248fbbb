// Tells consoles once a second who is connected, on any node, and who has answered.
import type { ContestId } from '../../contest/ids.ts';
import type { Progress } from '../../live/protocol.ts';
import type { App } from '../app.ts';
import { readProgress } from '../views/progress.ts';
import { withDeadline } from '../with-deadline.ts';
import { hallLanguage } from './hall-language.ts';
import { roomOf, type HoithiServer, type Known } from './socket-types.ts';

const everyMs = 1_000;
/** Counting that hangs longer is given up for the next time. */
const mostMs = 3_000;

/** Returns the function that stops it. */
export function followProgress(app: App, io: HoithiServer): () => void {
	let isBusy = false;
	const timer = setInterval(async () => {
		if (isBusy) return;
		isBusy = true;
		try {
			for (const contestId of contestsWithConsole(io)) {
				const progress = await withDeadline(gather(app, io, contestId), mostMs);
				io.local.to(roomOf(contestId, 'console')).volatile.emit('progress', progress);
			}
		} catch (error) {
			app.log.warn({ err: error }, 'progress could not be told');
		} finally {
			isBusy = false;
		}
	}, everyMs);
	return () => clearInterval(timer);
}

function contestsWithConsole(io: HoithiServer): Set<ContestId> {
	const ids = new Set<ContestId>();
	for (const { data } of io.of('/').sockets.values())
		if (data.audience === 'console' && data.contestId) ids.add(data.contestId);
	return ids;
}

async function gather(app: App, io: HoithiServer, contestId: ContestId): Promise<Progress> {
	const here = await connections(io, contestId);
	const connected = new Set<string>();
	for (const { seat } of here) if (seat?.kind === 'contestant') connected.add(seat.contestantId);
	return {
		...(await readProgress(app, contestId)),
		connected: [...connected],
		screens: here.filter((each) => each.audience === 'screen').length,
		hallLanguage: hallLanguage(here),
		judges: new Set(
			here.flatMap(({ audience, seat }) => (audience === 'judge' && seat?.kind === 'staff' ? [seat.accountId] : []))
		).size
	};
}

/** Connections on all nodes; those of this node alone while the others cannot be asked. */
async function connections(io: HoithiServer, contestId: ContestId): Promise<Partial<Known>[]> {
	const rooms = (['contestant', 'screen', 'judge'] as const).map((audience) => roomOf(contestId, audience));
	const sockets = await io
		.in(rooms)
		.fetchSockets()
		.catch(() => io.local.in(rooms).fetchSockets());
	return sockets.map((socket) => socket.data);
}
