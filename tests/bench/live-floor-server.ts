// The least a live server can do, as a process of its own: plain ws, bare Socket.IO, or Socket.IO with batched durable inserts; it must not use anything of ours.
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import { Server as SocketServer } from 'socket.io';
import { WebSocketServer, type WebSocket } from 'ws';
import { floorStage } from './live-floor-stage.ts';

const [kind = 'ws', databaseUrl = ''] = process.argv.slice(2);
let version = 1;

const http = createServer((request, response) => {
	// `POST /next`: everybody is shown the next stage, as the organiser's act does on the real server.
	if (request.method !== 'POST') return void response.end();
	request.resume();
	version++;
	broadcast();
	response.end();
});
const broadcast = kind === 'ws' ? serveWs(http) : serveSocketIo(http);
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
process.once('disconnect', () => process.exit(0));

/** No library above the frames: the texts are what a Socket.IO client would read. */
function serveWs(server: HttpServer): () => void {
	const sockets = new WebSocketServer({ server, perMessageDeflate: false });
	const stageText = () => `42["stage",${JSON.stringify(floorStage(version))}]`;
	let sequence = 0;
	sockets.on('connection', (socket: WebSocket) => {
		socket.send('0{"pingInterval":60000,"pingTimeout":60000}');
		socket.on('message', (bytes) => {
			const text = String(bytes);
			if (text.startsWith('40')) {
				socket.send('40{"sid":"x"}');
				socket.send(stageText());
			} else if (text.startsWith('42')) {
				const from = text.indexOf('[');
				JSON.parse(text.slice(from));
				socket.send(`43${text.slice(2, from)}${JSON.stringify([{ done: receipt(++sequence) }])}`);
			}
		});
	});
	return () => {
		const text = stageText();
		for (const socket of sockets.clients) socket.send(text);
	};
}

function serveSocketIo(server: HttpServer): () => void {
	const io = new SocketServer(server, {
		transports: ['websocket'],
		serveClient: false,
		pingInterval: 60_000,
		pingTimeout: 60_000
	});
	const store = kind === 'durable' ? openStore(databaseUrl) : null;
	let sequence = 0;
	io.on('connection', (socket) => {
		socket.emit('stage', floorStage(version));
		socket.on('answer:submit', (answer: FloorAnswer, reply: (result: object) => void) => {
			if (store) store(answer, (stored) => reply({ done: receipt(stored) }));
			else reply({ done: receipt(++sequence) });
		});
	});
	return () => void io.emit('stage', floorStage(version));
}

interface FloorAnswer {
	operation: string;
	roundId: string;
	questionId: string;
	choice: object;
}

/** Answers of one moment in one multi-row insert; the next batch starts when the last commit returns. */
function openStore(url: string): (answer: FloorAnswer, done: (sequence: number) => void) => void {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	let waiting: { answer: FloorAnswer; done: (sequence: number) => void }[] = [];
	let isWriting = false;
	async function write(): Promise<void> {
		isWriting = true;
		while (waiting.length > 0) {
			const batch = waiting;
			waiting = [];
			const rows = JSON.stringify(batch.map(({ answer }) => answer));
			const stored = await sql<{ operation: string; sequence: string }[]>`
				insert into floor_answer (operation, round_id, question_id, choice)
				select operation, "roundId", "questionId", choice
				from jsonb_to_recordset(${rows}::text::jsonb) as i(operation uuid, "roundId" uuid, "questionId" uuid, choice jsonb)
				returning operation, sequence`;
			const sequences = new Map(stored.map(({ operation, sequence }) => [operation, Number(sequence)]));
			for (const { answer, done } of batch) done(sequences.get(answer.operation) ?? 0);
		}
		isWriting = false;
	}
	return (answer, done) => {
		waiting.push({ answer, done });
		if (!isWriting) void write();
	};
}

function receipt(sequence: number): object {
	return { savedAt: Date.now(), ordinal: 1, sequence };
}
