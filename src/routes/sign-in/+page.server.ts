// Signing in with login and password.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { refusalAnswer, statusOf } from '#lib/server/refusal-answer.ts';
import { sessionCookie } from '#lib/server/sessions.ts';
import { signIn } from '#lib/server/usecases/sign-in.ts';
import { fail } from '@sveltejs/kit';

export const load = ({ locals, url }) => {
	if (locals.seat.kind === 'staff') redirect(303, wayBack(url));
	return { isInsecure: url.protocol !== 'https:' };
};

export const actions = {
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const form = await request.formData();
		const login = String(form.get('login') ?? '');
		const signedIn = await signIn(locals.app, {
			login,
			password: String(form.get('password') ?? ''),
			address: getClientAddress()
		});
		if (isRefusal(signedIn))
			return fail(statusOf(signedIn.refused), { login, refusal: refusalAnswer(signedIn, locals.language) });
		const cookie = sessionCookie(url.protocol === 'https:');
		cookies.set(cookie.name, signedIn.secret, cookie.options);
		redirect(303, wayBack(url));
	}
};

/** Only a path of this site: "//elsewhere" and "/\elsewhere" lead away. */
function wayBack(url: URL): string {
	const to = url.searchParams.get('to') ?? '/';
	return /^\/(?![/\\])/.test(to) ? to : '/';
}
