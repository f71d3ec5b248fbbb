// Cuts connections whose session or slip is no longer good, within two seconds, with or without Redis.
import type { App } from '../app.ts';
import { readGoodSessions } from '../views/good-sessions.ts';
import type { HoithiServer } from './socket-types.ts';

const everyMs = 1_000;

/** Returns the function that stops it. */
export function cutRevoked(app: App, io: HoithiServer): () => void {
	let isBusy = false;
	const timer = setInterval(async () => {
		if (isBusy) return;
		isBusy = true;
		try {
			const seated = [...io.of('/').sockets.values()].filter((socket) => socket.data.sessionId);
			const ids = new Set(seated.flatMap((socket) => socket.data.sessionId ?? []));
			if (ids.size === 0) return;
			const good = await readGoodSessions(app, [...ids]);
			for (const socket of seated) {
				if (good.has(socket.data.sessionId ?? '')) continue;
				socket.emit('revoked');
				socket.disconnect(true);
			}
		} catch (error) {
			app.log.warn({ err: error }, 'sessions could not be checked');
		} finally {
			isBusy = false;
		}
	}, everyMs);
	return () => clearInterval(timer);
}
