// Opens the whole house once per process: app, sockets, timekeeper; prints where it is; closes in the right order.
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { openApp, type App } from './app.ts';
import { startAutomaticBackups } from './automatic-backups.ts';
import { readConfig } from './config.ts';
import { startHeartbeat } from './heartbeat.ts';
import { makeLog } from './log.ts';
import { lanAddresses } from './origins.ts';
import { nobody, type Presence } from './presence.ts';
import { attachSockets, type Sockets } from './sockets/attach-sockets.ts';
import { startTimekeeper } from './timekeeper.ts';
import { inviteFounder } from './usecases/sign-in.ts';

export interface House {
	app: App;
	/** False once shutting down: `readyz` answers 503. */
	isReady: boolean;
	sockets: Sockets | null;
	/** Who is connected to this node now. */
	presence(): Presence;
}

/** How long requests under way and the goodbyes of sockets may take; who is silent for longer is gone. */
const drainMs = 5_000;

/** On `globalThis`, because a development server loads this module anew after each change. */
const place = globalThis as typeof globalThis & { hoithiHouse?: Promise<House>; hoithiOpened?: House };

/** The open house; throws before `openHouse` has finished. */
export function house(): House {
	if (!place.hoithiOpened) throw new Error('the house is not open yet');
	return place.hoithiOpened;
}

/** Whether requests may be taken. */
export function isHouseReady(): boolean {
	return place.hoithiOpened?.isReady ?? false;
}

export async function openHouse(): Promise<void> {
	place.hoithiHouse ??= open();
	const opened = await place.hoithiHouse;
	if (globalThis.hoithiHttpServer) opened.sockets = await attachSockets(opened.app, globalThis.hoithiHttpServer);
}

async function open(): Promise<House> {
	const config = readConfig(process.env);
	const log = makeLog(config.logLevel);
	process.on('unhandledRejection', (error) => {
		// A lost Redis rejects inside the adapter: news is late, nothing else. Every other one is a bug, but no reason to end a show.
		log.error({ err: error }, 'unhandled rejection');
	});
	const app = await openApp(config, log);
	const stopTimekeeper = startTimekeeper(app);
	const stopBackups = startAutomaticBackups(app);
	app.meters.watchProcess();
	const opened: House = { app, isReady: true, sockets: null, presence: () => opened.sockets?.presence() ?? nobody };
	const stopHeartbeat = startHeartbeat(app, () => opened.presence());
	place.hoithiOpened = opened;
	const founderSecret = await inviteFounder(app);
	globalThis.hoithiListening = (address) => printAddresses(app, address, founderSecret);
	globalThis.hoithiShutDown = async () => {
		opened.isReady = false;
		log.info('shutting down');
		await Promise.race([opened.sockets?.close(), pause(drainMs)]);
		stopTimekeeper();
		await stopHeartbeat();
		await stopBackups();
		globalThis.hoithiHttpServer?.close();
		globalThis.hoithiHttpServer?.closeAllConnections();
		await app.close();
		log.info('shut down');
	};
	return opened;
}

function printAddresses(app: App, address: string | AddressInfo | null, founderSecret: string | null): void {
	const port = address && typeof address === 'object' ? address.port : app.config.port;
	const scheme = app.config.tls ? 'https' : 'http';
	const lines = [`  ${scheme}://localhost:${port}`, ...lanAddresses().map((lan) => `  ${scheme}://${lan}:${port}`)];
	process.stdout.write(`\nhoithi\n${lines.join('\n')}\n`);
	if (founderSecret)
		process.stdout.write(
			`\nLiên kết tạo tài khoản người tổ chức đầu tiên (dùng một lần):\nOne-time link that creates the first organiser:\n  ${scheme}://localhost:${port}/welcome/${founderSecret}\n`
		);
	process.stdout.write('\n');
}
