// Tells each phone its own part when that has changed since this connection was last told; most acts change nothing of anybody's own.
import type { Mine } from '../../contest/stage.ts';
import type { HoithiSocket } from './socket-types.ts';

/** Without the version, which changes with every act; forgotten with its connection. */
const told = new WeakMap<HoithiSocket, string>();

export function tellOwnPart(socket: HoithiSocket, mine: Mine): void {
	const now = JSON.stringify({ ...mine, version: 0 });
	if (told.get(socket) === now) return;
	told.set(socket, now);
	socket.emit('mine', mine);
}

/** The phone has learnt something in another way (a receipt, a whole it asked for): the next act tells it again. */
export function forgetOwnPart(socket: HoithiSocket): void {
	told.delete(socket);
}
