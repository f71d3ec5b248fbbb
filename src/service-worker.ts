// Opens the judges' desk where the network is gone: keeps its last page with the files of that build, and nothing else; it must not know what is on it (ADR 0021).
/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

/** What a desk says of itself once it runs. */
interface Desk {
	/** Path and query. */
	address: string;
	/** Of the build it was made by. */
	version: string;
	/** Paths of everything it has loaded of that build. */
	files: string[];
}

const caching = 'hoithi-desk-';
const desk = /^\/judge\/[0-9a-f-]{36}$/;
/** A server that has not answered by then is taken for gone. */
const patienceMs = 8_000;
/** The desk as it came from the server last, until it runs. */
let arrived: { path: string; page: Promise<Response> } | null = null;
/** Nothing is kept until the server has given a desk again. */
let isForgotten = false;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) =>
	event.waitUntil(event.data === 'forget' ? forget() : keep(event.data as Desk))
);
self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin) return;
	if (request.mode === 'navigate' && (pathname === '/judge' || desk.test(pathname)))
		event.respondWith(open(event, pathname));
	if (pathname.startsWith('/_app/immutable/')) event.respondWith(file(request));
});

/** From the server whenever it answers; what it refuses is kept no longer. */
async function open(event: FetchEvent, path: string): Promise<Response> {
	const kept = await (path === '/judge' ? wayToKept() : caches.match(path));
	try {
		const response = await inTime(fetch(event.request), kept ? patienceMs : null);
		if (response.status >= 500 && kept) return kept;
		if (response.ok) {
			isForgotten = false;
			arrived = { path, page: marked(response.clone()) };
		}
		if (response.status >= 400) await forget();
		if (arrived) event.waitUntil(arrived.page.catch(() => {}));
		return response;
	} catch {
		return kept ?? Response.error();
	}
}

/** An installed desk opens at `/judge`, which only the server can resolve. */
async function wayToKept(): Promise<Response | undefined> {
	for (const name of await caches.keys())
		for (const { url } of await (await caches.open(name)).keys()) {
			const { pathname } = new URL(url);
			if (desk.test(pathname)) return Response.redirect(pathname);
		}
	return undefined;
}

async function file(request: Request): Promise<Response> {
	return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Page and files of one build together, or neither: only then everything older goes. */
async function keep({ address, version, files }: Desk): Promise<void> {
	if (isForgotten) return;
	const { pathname } = new URL(address, location.origin);
	const cache = await caches.open(caching + version);
	const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	await cache.addAll(files.filter((path) => !known.has(path)));
	const page = await (arrived?.path === pathname ? arrived.page : fetch(address).then(marked));
	arrived = null;
	if (!page.ok || isForgotten) return;
	await cache.put(pathname, page);
	for (const { url } of await cache.keys()) {
		const other = new URL(url).pathname;
		if (desk.test(other) && other !== pathname) await cache.delete(other);
	}
	for (const name of await caches.keys()) if (name !== caching + version) await caches.delete(name);
}

async function forget(): Promise<void> {
	isForgotten = true;
	arrived = null;
	for (const name of await caches.keys()) await caches.delete(name);
}

/** The page says from when it is. Its headers go with it: the nonce of its scripts is in them. */
async function marked(response: Response): Promise<Response> {
	const headers = new Headers(response.headers);
	for (const name of ['content-encoding', 'content-length']) headers.delete(name);
	const text = await response.text();
	return new Response(text.replace('<html ', `<html data-kept-at="${Date.now()}" `), {
		status: response.status,
		headers
	});
}

function inTime(answer: Promise<Response>, withinMs: number | null): Promise<Response> {
	if (withinMs === null) return answer;
	const silence = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('silence')), withinMs));
	return Promise.race([answer, silence]);
}
