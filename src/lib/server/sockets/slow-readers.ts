// Cuts screens that do not read what they are sent, so that what waits for them cannot fill the memory; they come back and ask for the whole.
import type { App } from '../app.ts';
import type { HoithiServer, HoithiSocket } from './socket-types.ts';

const everyMs = 500;
const mostPackets = 64;
const mostBytes = 256 * 1024;

/** Returns the function that stops it. */
export function cutSlowReaders(app: App, io: HoithiServer): () => void {
	const timer = setInterval(() => {
		for (const socket of io.of('/').sockets.values()) {
			const { packets, bytes } = unsent(socket);
			if (packets <= mostPackets && bytes <= mostBytes) continue;
			app.log.info({ packets, bytes }, 'a slow reader was cut');
			// Not `disconnect`: after the loss of its transport a screen comes back by itself.
			lineOf(socket)?.terminate();
		}
	}, everyMs);
	return () => clearInterval(timer);
}

/** The websocket under the transport; Engine.IO gives it no type. */
function lineOf(socket: HoithiSocket): { bufferedAmount: number; terminate(): void } | undefined {
	return (socket.conn.transport as { socket?: { bufferedAmount: number; terminate(): void } }).socket;
}

function unsent(socket: HoithiSocket): { packets: number; bytes: number } {
	const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
	return { packets: writeBuffer.length, bytes: lineOf(socket)?.bufferedAmount ?? 0 };
}
