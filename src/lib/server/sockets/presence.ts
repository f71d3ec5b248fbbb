// Tells who is connected to this node, with the round trip of each line by the transport's own pings; it sends nothing.
import { nobody, type Presence, type RedisState } from '../presence.ts';
import type { HoithiServer, HoithiSocket } from './socket-types.ts';

const delays = new WeakMap<HoithiSocket, number>();

/** Every ping asks and every pong answers; nothing of it can be forged into another's. */
export function measureDelay(socket: HoithiSocket): void {
	let sentAt = performance.now();
	socket.conn.on('packetCreate', ({ type }) => {
		if (type === 'ping') sentAt = performance.now();
	});
	socket.conn.on('heartbeat', () => delays.set(socket, Math.round(performance.now() - sentAt)));
}

export function readPresence(io: HoithiServer, redis: RedisState): Presence {
	const presence: Presence = { connections: { ...nobody.connections }, contestants: [], redis };
	for (const socket of io.of('/').sockets.values()) {
		const { audience, seat, contestId } = socket.data;
		if (!audience || !seat || !contestId) continue;
		presence.connections[audience]++;
		if (seat.kind !== 'contestant') continue;
		const delayMs = delays.get(socket) ?? null;
		presence.contestants.push({ contestId, contestantId: seat.contestantId, delayMs });
	}
	return presence;
}
