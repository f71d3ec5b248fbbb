// Makes a PDF of a page of this house: Chromium lays it out, we answer everything it asks for. One at a time. It must not know papers or people.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPipe } from './browser-pipe.ts';
import { withBrowser } from './browser-process.ts';

export interface Asked {
	status: number;
	type: string;
	bytes: Uint8Array;
}

export interface PrintWish {
	/** Path and query of the page. */
	path: string;
	/** Answers for a path of this house as the person who prints is answered. */
	ask(path: string): Promise<Asked>;
	/** Ends it before it is done. */
	signal: AbortSignal;
}

export interface Printer {
	/** Null when too many wait already. Rejects when it cannot be printed or was stopped. */
	print(wish: PrintWish): Promise<Uint8Array | null>;
}

/** No name that anybody else could answer. */
const house = 'http://hoithi.invalid';
const mostWaiting = 3;
/** Chromium of Debian and of others, in this order. */
const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Null where there is no Chromium; `given` is a path, or "none". */
export function openPrinter(given: string | undefined): Printer | null {
	const program = (given === undefined ? usualPlaces : [given]).find((place) => existsSync(place));
	if (program === undefined) return null;
	let waiting = 0;
	let last: Promise<unknown> = Promise.resolve();
	return {
		async print(wish) {
			if (waiting >= mostWaiting) return null;
			waiting += 1;
			const turn = last.then(() => withBrowser(program, wish.signal, (browser) => printWith(browser, wish)));
			last = turn.catch(() => {});
			try {
				return await turn;
			} finally {
				waiting -= 1;
			}
		}
	};
}

async function printWith(browser: BrowserPipe, { path, ask, signal }: PrintWish): Promise<Uint8Array> {
	signal.throwIfAborted();
	const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
	const attached = { targetId, flatten: true };
	const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', attached);
	const send = <T>(method: string, params: Record<string, unknown> = {}) => browser.send<T>(method, params, sessionId);
	browser.on('Fetch.requestPaused', (paused) => void answer(paused as unknown as Paused, ask, send));
	const loaded = new Promise<void>((settle) => browser.on('Page.loadEventFired', () => settle()));
	await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
	await send('Emulation.setScriptExecutionDisabled', { value: true });
	await send('Page.enable');
	await send('Page.navigate', { url: house + path });
	await loaded;
	const printed = await send<{ data: string }>('Page.printToPDF', {
		preferCSSPageSize: true,
		printBackground: true,
		generateTaggedPDF: true
	});
	return Buffer.from(printed.data, 'base64');
}

interface Paused {
	requestId: string;
	request: { url: string; method: string };
}

type Send = <T>(method: string, params?: Record<string, unknown>) => Promise<T>;

async function answer({ requestId, request }: Paused, ask: PrintWish['ask'], send: Send): Promise<void> {
	const asked = await answerOf(request, ask).catch(() => null);
	const said = asked
		? send('Fetch.fulfillRequest', {
				requestId,
				responseCode: asked.status,
				responseHeaders: [{ name: 'content-type', value: asked.type }],
				body: Buffer.from(asked.bytes).toString('base64')
			})
		: send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
	// The browser may have gone meanwhile; whoever waits for the print is told.
	await said.catch(() => {});
}

/** Null for what is not asked of this house by reading. */
async function answerOf({ url, method }: Paused['request'], ask: PrintWish['ask']): Promise<Asked | null> {
	if (method !== 'GET' || !url.startsWith(`${house}/`)) return null;
	const { pathname, search } = new URL(url);
	return isBuilt(pathname) ? builtFile(pathname) : ask(pathname + search);
}

/** Stylesheets and fonts as the build has them; a development server writes styles into the page. */
function isBuilt(pathname: string): boolean {
	return /^\/_app\/immutable\/[\w./-]+$/.test(pathname) && !pathname.includes('..');
}

async function builtFile(pathname: string): Promise<Asked> {
	const type = pathname.endsWith('.css') ? 'text/css' : pathname.endsWith('.woff2') ? 'font/woff2' : 'text/plain';
	return { status: 200, type, bytes: await readFile(join('build/client', pathname)) };
}
