// What every request carries, and what `server.ts` hands to the built handler.
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RefusalCode } from '#lib/contest/refusal.ts';
import type { App as HoithiApp } from '#lib/server/app.ts';
import type { Seat } from '#lib/server/seat.ts';

declare global {
	namespace App {
		interface Locals {
			app: HoithiApp;
			seat: Seat;
			language: 'vi' | 'en';
		}
		interface Error {
			message: string;
			/** A reference the person can read out; the same is in the log. */
			reference?: string;
			/** What the house refused, when it did. */
			code?: RefusalCode;
		}
	}

	/** The HTTP server that pages and sockets share: set by `server.ts`, or by Vite's plugin in development. */
	var hoithiHttpServer: HttpServer | undefined;
	/** Set by `hooks.server.ts`: called once the server listens; prints the addresses. */
	var hoithiListening: ((address: string | AddressInfo | null) => void) | undefined;
	/** Set by `hooks.server.ts`: ends sockets and app in the right order. */
	var hoithiShutDown: (() => Promise<void>) | undefined;
}

export {};
