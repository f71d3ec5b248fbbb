// One WebSocket connection over a plain TCP or TLS socket, as light as it can be; it must not know Socket.IO.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { clientFrame, makeFrameReader, opcodes } from './frames.ts';

export interface Line {
	readonly isOpen: boolean;
	send(text: string): void;
	/** Any bytes at all, for tests of bad input. */
	sendRaw(bytes: Buffer): void;
	/** Ends without a farewell. */
	cut(): void;
}

export interface LineEvents {
	onOpen?(): void;
	onText(text: string): void;
	/** Once, however it ended; `status` is that of a refused handshake or of the close frame. */
	onEnd(status: number | null): void;
}

const handshakeMs = 4_000;

export function openLine(
	given: { origin: string; path: string; headers: Record<string, string> },
	events: LineEvents
): Line {
	const { protocol, hostname, port, host } = new URL(given.origin);
	const isSecure = protocol === 'https:';
	const address = { host: hostname === 'localhost' ? '127.0.0.1' : hostname, port: Number(port) };
	const socket: Socket = isSecure ? connectTls({ ...address, servername: hostname }) : connect(address);
	socket.setNoDelay(true);
	let isOpen = false;
	let hasEnded = false;
	let status: number | null = null;
	let head = '';

	const end = () => {
		if (hasEnded) return;
		hasEnded = true;
		isOpen = false;
		clearTimeout(timer);
		socket.destroy();
		events.onEnd(status);
	};
	const timer = setTimeout(end, handshakeMs);
	const readFrames = makeFrameReader(({ opcode, payload }) => {
		if (hasEnded) return;
		if (opcode === opcodes.text) events.onText(payload.toString());
		else if (opcode === opcodes.ping) socket.write(clientFrame(payload, opcodes.pong));
		else if (opcode === opcodes.close) {
			status = payload.length >= 2 ? payload.readUInt16BE() : null;
			end();
		}
	});

	socket.on(isSecure ? 'secureConnect' : 'connect', () => {
		const lines = Object.entries({
			host,
			connection: 'Upgrade',
			upgrade: 'websocket',
			'sec-websocket-version': '13',
			'sec-websocket-key': randomBytes(16).toString('base64'),
			...given.headers
		}).map(([name, value]) => `${name}: ${value}\r\n`);
		socket.write(`GET ${given.path} HTTP/1.1\r\n${lines.join('')}\r\n`);
	});
	socket.on('data', (piece) => {
		if (isOpen) return readFrames(piece);
		head += piece.toString('latin1');
		const headEnd = head.indexOf('\r\n\r\n');
		if (headEnd < 0) return;
		const answered = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0);
		if (answered !== 101) {
			status = answered;
			return end();
		}
		isOpen = true;
		clearTimeout(timer);
		events.onOpen?.();
		const rest = Buffer.from(head.slice(headEnd + 4), 'latin1');
		if (rest.length > 0) readFrames(rest);
	});
	socket.on('error', end);
	socket.on('close', end);

	const write = (bytes: Buffer) => {
		if (!hasEnded) socket.write(bytes);
	};
	return {
		get isOpen() {
			return isOpen;
		},
		send: (text) => write(clientFrame(text)),
		sendRaw: write,
		cut: end
	};
}
