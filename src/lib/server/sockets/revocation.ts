// Cuts connections whose session, slip or role is no longer good, within two seconds, with or without Redis.
import type { App } from '../app.ts';
import { whoMayStay } from '../views/who-may-stay.ts';
import { withDeadline } from '../with-deadline.ts';
import type { HoithiServer, HoithiSocket, Known } from './socket-types.ts';

const everyMs = 1_000;
/** A check that hangs longer is given up for the next one. */
const mostMs = 3_000;

/** Returns the function that stops it. */
export function cutRevoked(app: App, io: HoithiServer): () => void {
	let isBusy = false;
	const timer = setInterval(async () => {
		if (isBusy) return;
		isBusy = true;
		try {
			const seated = [...io.of('/').sockets.values()].flatMap((socket) => known(socket) ?? []);
			const staying = await withDeadline(whoMayStay(app, seated), mostMs);
			for (const each of seated) {
				if (staying.has(each)) continue;
				each.socket.emit('revoked');
				each.socket.disconnect(true);
			}
		} catch (error) {
			app.log.warn({ err: error }, 'sessions could not be checked');
		} finally {
			isBusy = false;
		}
	}, everyMs);
	return () => clearInterval(timer);
}

/** Null until the connection is admitted. */
function known(socket: HoithiSocket): (Known & { socket: HoithiSocket }) | null {
	const { seat, sessionId, contestId, audience, language, protocol } = socket.data;
	if (!seat || !sessionId || !contestId || !audience || !language || protocol === undefined) return null;
	return { seat, sessionId, contestId, audience, language, protocol, socket };
}
