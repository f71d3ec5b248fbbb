// Ends the session of this browser.
import { redirect } from '@sveltejs/kit';
import { endSession, sessionCookie } from '#lib/server/sessions.ts';

export const POST = async ({ locals, cookies, url }) => {
	const { name } = sessionCookie(url.protocol === 'https:');
	const secret = cookies.get(name);
	if (secret) await endSession(locals.app, secret);
	cookies.delete(name, { path: '/', secure: url.protocol === 'https:' });
	redirect(303, '/');
};
