// A contestant's client written from docs/protocol.md alone: no line of src, no Socket.IO, no package; a socket, bytes and JSON.
// node client.js <origin> <ticket>: joins, answers the first question it sees, repeats it over HTTP, prints both receipts.
import { randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';

const [origin, ticket] = process.argv.slice(2);

/** Section 1. Gives the cookie as it is sent back. */
async function join() {
	const response = await fetch(`${origin}/t/${ticket}`, {
		method: 'POST',
		headers: { origin, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
	});
	const { type, location } = await response.json();
	if (type !== 'redirect' || location !== '/play') throw new Error(`not joined: ${response.status} ${type}`);
	return response.headers.getSetCookie()[0].split(';')[0];
}

/** Section 2: the upgrade. */
function openSocket(cookie) {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(origin);
		const asked = request({
			hostname,
			port,
			path: '/socket.io/?EIO=4&transport=websocket',
			headers: {
				Origin: origin,
				Cookie: cookie,
				Connection: 'Upgrade',
				Upgrade: 'websocket',
				'Sec-WebSocket-Version': '13',
				'Sec-WebSocket-Key': randomBytes(16).toString('base64')
			}
		});
		asked.on('upgrade', (_, socket, head) => resolve({ socket, head }));
		asked.on('response', ({ statusCode }) => reject(new Error(`no upgrade: ${statusCode}`)));
		asked.on('error', reject);
		asked.end();
	});
}

/** One masked text frame (RFC 6455, 5.2). */
function frame(text) {
	const payload = Buffer.from(text);
	const mask = randomBytes(4);
	const length =
		payload.length < 126
			? Buffer.from([0x80 | payload.length])
			: Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 255]);
	return Buffer.concat([Buffer.from([0x81]), length, mask, payload.map((byte, at) => byte ^ mask[at % 4])]);
}

/** Calls `take` with each whole text frame of a server, whose frames are not masked. */
function frameReader(take) {
	let kept = Buffer.alloc(0);
	return (chunk) => {
		kept = Buffer.concat([kept, chunk]);
		for (;;) {
			if (kept.length < 2) return;
			const short = kept[1] & 127;
			const start = short < 126 ? 2 : short === 126 ? 4 : 10;
			if (kept.length < start) return;
			const length = short < 126 ? short : short === 126 ? kept.readUInt16BE(2) : Number(kept.readBigUInt64BE(2));
			if (kept.length < start + length) return;
			if ((kept[0] & 15) === 1) take(kept.subarray(start, start + length).toString());
			kept = kept.subarray(start + length);
		}
	};
}

/** Sections 2 to 4: frames in, events out. */
function connect({ socket, head }, onStage) {
	const waiting = new Map();
	let asked = 0;
	const send = (text) => socket.write(frame(text));
	const read = frameReader((text) => {
		if (text.startsWith('0')) {
			send(`40${JSON.stringify({ protocol: 1, audience: 'contestant', contestId: randomUUID() })}`);
		} else if (text === '2') send('3');
		else if (text.startsWith('42')) {
			const [event, content] = JSON.parse(text.slice(2));
			if (event === 'stage') onStage(content);
			if (event === 'revoked') throw new Error('revoked');
		} else if (text.startsWith('43')) {
			const [, number, answer] = /^43(\d+)(.*)$/s.exec(text);
			waiting.get(Number(number))?.(JSON.parse(answer)[0]);
		} else if (text.startsWith('41') || text.startsWith('44')) throw new Error(`cut: ${text}`);
	});
	socket.on('data', read);
	read(head);
	return {
		ask: (event, input) =>
			new Promise((resolve) => {
				waiting.set(++asked, resolve);
				send(`42${asked}${JSON.stringify([event, input])}`);
			}),
		close: () => socket.end(frame('41'))
	};
}

const cookie = await join();
const seen = Promise.withResolvers();
let shown = { version: -1 };
const line = connect(await openSocket(cookie), (stage) => {
	if (stage.version < shown.version) return;
	shown = stage;
	if (stage.scene.kind === 'lobby') console.log(JSON.stringify({ lobby: stage.contest.name }));
	if (stage.scene.kind === 'question' && stage.scene.phase === 'running') seen.resolve(stage.scene);
});
const { roundId, question } = await seen.promise;
const choice =
	question.kind === 'numeric'
		? { kind: 'number', value: '34' }
		: {
				kind: 'options',
				options: question.kind === 'ordering' ? question.options.map(({ id }) => id) : [question.options[0].id]
			};
const { done: before } = await line.ask('stage:get', {});
const device = { epoch: before.epoch, counter: 1 };
const answer = { operation: randomUUID(), roundId, questionId: question.id, choice, device };
const { done: time } = await line.ask('clock:get', {});
const bySocket = await line.ask('answer:submit', answer);
const wrong = await line.ask('answer:submit', {
	...answer,
	operation: randomUUID(),
	choice: { kind: 'options', options: ['Z'] }
});
const whole = await line.ask('stage:get', {});
const response = await fetch(`${origin}/play/answer`, {
	method: 'POST',
	headers: { origin, cookie, 'content-type': 'application/json' },
	body: JSON.stringify(answer)
});
const byHttp = await response.json();
console.log(JSON.stringify({ answer, time, bySocket, wrong, mine: whole.done.mine, byHttp }));
line.close();
