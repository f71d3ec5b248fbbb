// Takes the events that ask for an answer off the connection and writes the answers to it; it must not know which events there are.
import type { HoithiSocket } from './socket-types.ts';

export type Reply = (answer: object) => void;

/** Socket.IO's packet of an event with an id for its answer, in the main namespace and without bytes. */
const asking = /^2(\d{1,15})(\[.*)$/s;

/**
 * Past Socket.IO's own way from packet to listener and back (two emitters, two ticks, a search for bytes), which a storm of answers
 * cannot afford (ADR 0032). What it would read and write goes over the wire: `2<id>["name",input]` comes, `3<id>[answer]` goes.
 * Everything else, and what cannot be read, is Socket.IO's.
 */
export function hearAsked(socket: HoithiSocket, hear: (event: unknown[], reply: Reply) => void): void {
	const { conn } = socket;
	const others = conn.listeners('data');
	conn.removeAllListeners('data');
	conn.on('data', (packet: unknown) => {
		const asked = socket.connected && typeof packet === 'string' ? askedIn(packet) : null;
		if (asked) hear(asked.event, (answer) => conn.write(`3${asked.id}[${JSON.stringify(answer)}]`));
		else for (const other of others) other(packet);
	});
}

function askedIn(packet: string): { id: string; event: unknown[] } | null {
	const [, id, text] = asking.exec(packet) ?? [];
	if (id === undefined || text === undefined) return null;
	try {
		const event: unknown = JSON.parse(text);
		return Array.isArray(event) ? { id, event } : null;
	} catch {
		return null;
	}
}
