// A TCP proxy that misbehaves on demand: delays, holds, resets, refuses, cuts, slices, and treats whole WebSocket frames; it must not know what they say.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { makeFrameReader, type Frame } from '../load/frames.ts';

/** Decides about one frame: whatever it passes goes on, now or later; what it does not pass is lost. */
export type FrameRule = (frame: Frame, pass: (raw: Buffer, afterMs?: number) => void) => void;

export interface ProxyRules {
	/** Each piece takes this much longer, give or take the jitter; the order stays. */
	delayMs: number;
	jitterMs: number;
	/** Nothing passes and nobody is told: the other end looks alive (half-open). */
	isHeld: boolean;
	/** New connections are reset at once. */
	refuses: boolean;
	/** Pieces are cut into so many bytes. */
	sliceBytes: number | null;
	/** The connection is reset after so many bytes from the client. */
	cutAfterBytes: number | null;
	/** The connection is reset after so many bytes from the server: what was asked has been done, and nobody hears of it. */
	cutAfterAnswerBytes: number | null;
	/** From client to server, and back. */
	up: FrameRule | null;
	down: FrameRule | null;
}

export interface Proxy {
	readonly port: number;
	readonly rules: ProxyRules;
	readonly connections: number;
	/** Lets pass what was held. */
	release(): void;
	/** Ends every connection with RST. */
	reset(): void;
	close(): Promise<void>;
}

export async function openProxy(targetPort: number, random: () => number = Math.random): Promise<Proxy> {
	const rules: ProxyRules = {
		delayMs: 0,
		jitterMs: 0,
		isHeld: false,
		refuses: false,
		sliceBytes: null,
		cutAfterBytes: null,
		cutAfterAnswerBytes: null,
		up: null,
		down: null
	};
	const pairs = new Set<{ client: Socket; server: Socket; flush(): void }>();

	const proxy = createServer((client) => {
		if (rules.refuses) return void client.resetAndDestroy();
		const server = connect({ host: '127.0.0.1', port: targetPort });
		for (const socket of [client, server]) socket.setNoDelay(true);
		const up = makeChannel(server, rules, random, () => rules.up);
		const down = makeChannel(client, rules, random, () => rules.down);
		const pair = {
			client,
			server,
			flush() {
				up.flush();
				down.flush();
			}
		};
		pairs.add(pair);
		let [sent, answered] = [0, 0];
		client.on('data', (piece) => {
			sent += piece.length;
			up.take(piece);
			if (rules.cutAfterBytes !== null && sent > rules.cutAfterBytes) end();
		});
		server.on('data', (piece) => {
			answered += piece.length;
			if (rules.cutAfterAnswerBytes !== null && answered > rules.cutAfterAnswerBytes) return end();
			down.take(piece);
		});
		const end = () => {
			// While the line is held neither end hears of the other's.
			if (rules.isHeld || !pairs.delete(pair)) return;
			client.resetAndDestroy();
			server.resetAndDestroy();
		};
		for (const socket of [client, server]) {
			socket.on('error', () => {});
			socket.on('close', end);
		}
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');

	const reset = () => {
		for (const pair of pairs) {
			pairs.delete(pair);
			pair.client.resetAndDestroy();
			pair.server.resetAndDestroy();
		}
	};
	return {
		port: (proxy.address() as AddressInfo).port,
		rules,
		get connections() {
			return pairs.size;
		},
		release() {
			rules.isHeld = false;
			for (const pair of pairs) {
				pair.flush();
				if (pair.client.destroyed || pair.server.destroyed) {
					pairs.delete(pair);
					pair.client.resetAndDestroy();
					pair.server.resetAndDestroy();
				}
			}
		},
		reset,
		async close() {
			rules.isHeld = false;
			reset();
			proxy.close();
			await once(proxy, 'close');
		}
	};
}

/** One direction of one connection. The handshake passes as it is; frames begin after the first empty line. */
function makeChannel(to: Socket, rules: ProxyRules, random: () => number, ruleNow: () => FrameRule | null) {
	let kept: Buffer[] = [];
	let dueAt = 0;
	let isUpgraded = false;
	const readFrames = makeFrameReader((frame) => {
		const rule = ruleNow();
		const pass = (raw: Buffer, afterMs = 0) => {
			if (afterMs === 0) write(Buffer.from(raw));
			else setTimeout(() => write(Buffer.from(raw)), afterMs);
		};
		if (rule) rule(frame, pass);
		else pass(frame.raw);
	});
	function write(piece: Buffer): void {
		if (rules.isHeld) return void kept.push(piece);
		if (to.destroyed) return;
		const size = rules.sliceBytes ?? piece.length;
		for (let at = 0; at < piece.length; at += size) to.write(piece.subarray(at, at + size));
	}
	function later(piece: Buffer): void {
		const waitMs = rules.delayMs + rules.jitterMs * (2 * random() - 1);
		const now = performance.now();
		if (waitMs <= 0 && dueAt <= now) return take(piece);
		dueAt = Math.max(dueAt, now + waitMs);
		setTimeout(() => take(piece), dueAt - now);
	}
	function take(piece: Buffer): void {
		if (isUpgraded) return readFrames(piece);
		const headEnd = piece.indexOf('\r\n\r\n');
		// Only lines that carry frames are read as frames: what is no WebSocket passes as it comes.
		if (headEnd >= 0 && /upgrade: websocket/i.test(piece.toString('latin1', 0, headEnd))) {
			isUpgraded = true;
			write(piece.subarray(0, headEnd + 4));
			if (piece.length > headEnd + 4) readFrames(piece.subarray(headEnd + 4));
		} else write(piece);
	}
	return {
		take: later,
		flush() {
			const held = kept;
			kept = [];
			for (const piece of held) write(piece);
		}
	};
}
