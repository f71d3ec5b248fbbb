// T-10, T-12, F-34, F-47, S-03, S-17: floods and slow readers are cut, old screens go on, honest ones notice nothing.
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import type { Receipt } from '../../src/lib/contest/stage.ts';
import { protocolVersion, type Answered, type Snapshot } from '../../src/lib/live/protocol.ts';
import { limitHandshakes } from '../../src/lib/server/sockets/handshakes.ts';
import { roomOfContestant } from '../../src/lib/server/sockets/socket-types.ts';
import type { QuizWorld } from './quiz-world.ts';
import { socketHouse, type SocketHouse } from './socket-house.ts';

let house: SocketHouse;
let quiz: QuizWorld;
let origin: string;
/** Whose phone does not read. */
let slow: string;
const opened: Socket[] = [];

beforeAll(async () => {
	house = await socketHouse();
	({ quiz, origin } = house);
	slow = house.slips[5]?.contestant?.id ?? '';
});
afterAll(async () => {
	for (const socket of opened) socket.close();
	await house.close();
});

/** A phone, once it has its stage. */
async function phone(place: number, protocol = protocolVersion): Promise<{ socket: Socket; heard: string[] }> {
	const socket: Socket = io(origin, {
		transports: ['websocket'],
		extraHeaders: { cookie: await house.cookieOf(place), origin },
		auth: { protocol, audience: 'contestant', contestId: quiz.contestId },
		reconnection: false,
		forceNew: true
	});
	opened.push(socket);
	const heard: string[] = [];
	socket.onAny((event: string) => heard.push(event));
	await once(socket as unknown as NodeJS.EventEmitter, 'mine');
	return { socket, heard };
}

async function tap(socket: Socket, letter: string): Promise<Answered<Receipt>> {
	const whole = (await socket.emitWithAck('stage:get', {})) as { done: Snapshot };
	return (await socket.emitWithAck('answer:submit', {
		operation: crypto.randomUUID(),
		roundId: quiz.roundId,
		questionId: quiz.questions[0],
		choice: { kind: 'options', options: [letter] },
		device: { epoch: whole.done.epoch, counter: (whole.done.mine?.answer?.receipt.counter ?? 0) + 1 }
	})) as Answered<Receipt>;
}

test('a flood is cut, with or without wishing for answers, and the phone beside it answers on', async () => {
	const honest = await phone(0);
	for (const send of [
		(socket: Socket) => socket.emit('clock:get', {}),
		(socket: Socket) => socket.emit('clock:get', {}, () => {})
	]) {
		const { socket } = await phone(1);
		const cut = once(socket as unknown as NodeJS.EventEmitter, 'disconnect');
		for (let event = 0; event < 1_000; event++) send(socket);
		expect((await cut)[0]).toBe('io server disconnect');
	}
	expect(await tap(honest.socket, 'A')).toMatchObject({ done: { ordinal: 1, counter: 1 } });
});

test('F-47 a screen of an older version is told, and its answers are taken', async () => {
	const old = await phone(2, protocolVersion - 1);
	expect(await tap(old.socket, 'B')).toMatchObject({ done: { ordinal: 1 } });
	expect(old.heard).toContain('outdated');
	const current = await phone(3);
	await tap(current.socket, 'B');
	expect(current.heard).not.toContain('outdated');
});

test('a second phone of a contestant makes the first one ask again, and find that it is the older', async () => {
	const first = await phone(4);
	const told = once(first.socket as unknown as NodeJS.EventEmitter, 'answered');
	const second = await phone(4);
	await told;
	const { done } = (await first.socket.emitWithAck('stage:get', {})) as { done: Snapshot };
	expect([done.epoch, done.mine?.epoch]).toEqual([1, 2]);
	expect(await tap(first.socket, 'A')).toMatchObject({ refused: { code: 'answer/other-device' } });
	expect(await tap(second.socket, 'C')).toMatchObject({ done: { ordinal: 1 } });
});

test('T-12 whoever does not read is cut', async () => {
	const reader = await phone(6);
	const cookie = await house.cookieOf(5);
	const tcp = connectTcp(Number(new URL(origin).port), '127.0.0.1');
	await once(tcp, 'connect');
	const closed = once(tcp, 'close');
	const key = 'dGhlIHNhbXBsZSBub25jZQ==';
	const head = [
		'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
		`Host: ${new URL(origin).host}`,
		`Origin: ${origin}`
	];
	const upgrade = [
		'Connection: Upgrade',
		'Upgrade: websocket',
		'Sec-WebSocket-Version: 13',
		`Sec-WebSocket-Key: ${key}`
	];
	tcp.write(`${[...head, `Cookie: ${cookie}`, ...upgrade].join('\r\n')}\r\n\r\n`);
	await once(tcp, 'data');
	const auth = JSON.stringify({ protocol: protocolVersion, audience: 'contestant', contestId: quiz.contestId });
	tcp.write(textFrame(`40${auth}`));
	for (let heard = ''; !heard.includes('["mine"');) heard += String((await once(tcp, 'data'))[0]);
	// From now on nothing is read. The kernel takes a few megabytes before anything stays with the server.
	tcp.pause();
	tcp.on('error', () => {});
	const told: string[] = [];
	quiz.app.log.info = (_: unknown, text?: string) => void told.push(text ?? '');
	const packet = 'x'.repeat(100_000);
	for (let sent = 0; sent < 200; sent++) serverSide().local.to(roomOfContestant(slow)).emit('version', packet);
	await expect.poll(() => told, { timeout: 5_000 }).toContain('a slow reader was cut');
	tcp.resume();
	await closed;
	// Whoever reads has lost nothing.
	expect(await tap(reader.socket, 'D')).toMatchObject({ done: { ordinal: 1 } });
});

/** The Socket.IO server that `attachSockets` keeps. */
function serverSide(): { local: { to(room: string): { emit(event: string, data: string): void } } } {
	return (globalThis as unknown as { hoithiSockets: { io: ReturnType<typeof serverSide> } }).hoithiSockets.io;
}

test('a hall behind one address may come at once; one session that connects without end may not', () => {
	let now = 0;
	const handshakes = limitHandshakes(() => now);
	const from = (cookie: string) =>
		handshakes.take({ headers: { cookie }, socket: { remoteAddress: '203.0.113.7' } } as Parameters<
			typeof handshakes.take
		>[0]);
	const hall = Array.from({ length: 5_000 }, (_, at) => from(`hoithi_lan=${at}`));
	expect(hall).not.toContain(false);
	now += 1_000;
	const restless = Array.from({ length: 100 }, () => from('hoithi_lan=restless'));
	expect(restless.filter(Boolean)).toHaveLength(30);
	expect(from('hoithi_lan=7')).toBe(true);
});

/** A masked text frame below 64 KB. */
function textFrame(text: string): Buffer {
	const payload = Buffer.from(text);
	const length =
		payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 0xff];
	return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), payload]);
}
