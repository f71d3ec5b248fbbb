// The front gate of every request: opens the house once, checks the origin, seats the person, sets the language and the headers.
import { isHttpError, isRedirect, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { compressed } from '#lib/server/compressed.ts';
import { limitExceeded } from '#lib/server/body-limits.ts';
import { house, openHouse } from '#lib/server/house.ts';
import { isKnownOrigin } from '#lib/server/origins.ts';
import { refusalAnswer, statusOf } from '#lib/server/refusal-answer.ts';
import { anonymous } from '#lib/server/seat.ts';
import { seatOf, sessionCookie } from '#lib/server/sessions.ts';
import { refuse, type Refusal } from '#lib/contest/refusal.ts';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { building } from '$app/environment';
import { randomUUID } from 'node:crypto';

export const init: ServerInit = async () => {
	if (!building) await openHouse();
};

/** What balancers and monitors ask; no person sits there. */
const forMachines = new Set(['/healthz', '/readyz', '/metrics']);

/** Pages of the house that a browser may not keep: everything but immutable assets. */
const headers = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), microphone=(), geolocation=()'
};

export const handle: Handle = async ({ event, resolve }) => {
	if (forMachines.has(event.url.pathname)) return resolve(event);
	const { app } = house();
	event.locals.app = app;
	return paraglideMiddleware(event.request, async ({ request, locale }) => {
		event.request = request;
		event.locals.language = locale === 'en' ? 'en' : 'vi';
		event.locals.seat = anonymous;
		const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(request.method);
		const origin = request.headers.get('origin');
		if (!isRead && !isKnownOrigin(origin, request.headers.get('host'), app.config.origins)) {
			return plainRefusal(refuse('access/foreign-origin'), event.locals.language);
		}
		const megabytes = isRead ? null : limitExceeded(request, event.url.pathname);
		if (megabytes !== null) return plainRefusal(refuse('file/too-big', { megabytes }), event.locals.language);
		const cookie = sessionCookie(event.url.protocol === 'https:');
		event.locals.seat = await seatOf(app, event.cookies.get(cookie.name));
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.language)
		});
		for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
		if (event.url.protocol === 'https:') response.headers.set('Strict-Transport-Security', 'max-age=15552000');
		if (!response.headers.has('cache-control')) response.headers.set('Cache-Control', 'private, no-store');
		return compressed(response, request.headers.get('accept-encoding'));
	});
};

/** For those who are no page of ours, or must not be read any further. */
function plainRefusal(refusal: Refusal, language: 'vi' | 'en'): Response {
	const { message } = refusalAnswer(refusal, language);
	const plain = { 'content-type': 'text/plain; charset=utf-8' };
	return new Response(message, { status: statusOf(refusal.refused), headers: plain });
}

/** A bug: the log has everything, the person gets a reference to read out. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'not-found' };
	if (isHttpError(error) || isRedirect(error) || isCutOff(error)) return { message: 'fault' };
	const reference = randomUUID().slice(0, 8);
	house().app.log.error(
		{ err: error, reference, route: event.route.id, method: event.request.method },
		'request failed'
	);
	return { message: 'fault', reference };
};

/** Of a request whose line was cut before its body had come: nothing was done, and nobody waits for the answer. */
function isCutOff(error: unknown): boolean {
	return error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';
}
