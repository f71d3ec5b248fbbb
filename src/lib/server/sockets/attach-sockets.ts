// Attaches Socket.IO to the HTTP server once per process; later calls (a changed module in development) only swap what it calls.
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { App } from '../app.ts';
import { isKnownOrigin } from '../origins.ts';
import { joinCluster } from './cluster.ts';
import { admit } from './admit.ts';
import { openBroadcast } from './broadcast.ts';
import { limitHandshakes } from './handshakes.ts';
import type { Presence } from '../presence.ts';
import { measureDelay, readPresence } from './presence.ts';
import { followProgress } from './progress.ts';
import { cutRevoked } from './revocation.ts';
import { cutSlowReaders } from './slow-readers.ts';
import { roomOfContestant, type HoithiServer, type HoithiSocket } from './socket-types.ts';

export interface Sockets {
	/** Tells every screen to come back a little later, each at its own time, then closes. */
	close(): Promise<void>;
	/** Who is connected to this node now. */
	presence(): Presence;
}

/** What runs over the one Socket.IO server and is made anew when the code has changed. */
interface Running {
	serve(socket: HoithiSocket): void;
	stop(): void;
}

interface Attached extends Sockets {
	io: HoithiServer;
	running: Running;
}

/** On `globalThis`: a development server loads this module again after each change, the HTTP server stays. */
const place = globalThis as typeof globalThis & { hoithiSockets?: Attached };

export async function attachSockets(app: App, server: HttpServer): Promise<Sockets> {
	const existing = place.hoithiSockets;
	if (existing) {
		existing.running.stop();
		existing.running = run(app, existing.io);
		// Screens whose connection closes come back by themselves; after `disconnect()` they would not.
		for (const socket of existing.io.of('/').sockets.values()) socket.conn.close();
		return existing;
	}
	const handshakes = limitHandshakes();
	const io: HoithiServer = new Server(server, {
		transports: ['websocket'],
		serveClient: false,
		maxHttpBufferSize: 16_384,
		pingInterval: 5_000,
		// Both ends give a dead line up within nine seconds: interval and timeout together, and what timers add.
		pingTimeout: 3_500,
		connectTimeout: 5_000,
		allowRequest: (request, decide) => {
			const { origin, host } = request.headers;
			decide(null, isKnownOrigin(origin, host ?? null, app.config.origins) && handshakes.take(request));
		}
	});
	const cluster = await joinCluster(app, io);
	const attached: Attached = {
		io,
		running: run(app, io),
		presence: () => readPresence(io, cluster.state()),
		async close() {
			delete place.hoithiSockets;
			io.local.emit('moving', mostMovingMs);
			attached.running.stop();
			await new Promise<void>((resolve) => io.close(() => resolve()));
			await cluster.close();
		}
	};
	io.on('connection', (socket) => {
		measureDelay(socket);
		attached.running.serve(socket);
	});
	place.hoithiSockets = attached;
	return attached;
}

/** Each screen waits a random part of this before it comes back. */
const mostMovingMs = 5_000;

function run(app: App, io: HoithiServer): Running {
	const broadcast = openBroadcast(app, io);
	const stopProgress = followProgress(app, io);
	const stopRevocation = cutRevoked(app, io);
	const stopCutting = cutSlowReaders(app, io);
	const stopAnswers = app.news.subscribeToAnswers((contestantId) => {
		io.to(roomOfContestant(contestantId)).emit('answered');
	});
	return {
		serve: (socket) => admit(app, socket),
		stop() {
			stopProgress();
			stopRevocation();
			stopCutting();
			stopAnswers();
			broadcast.close();
		}
	};
}
