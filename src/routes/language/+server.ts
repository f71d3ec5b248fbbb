// Sets the language of this browser and goes back to where the person was.
import { redirect } from '@sveltejs/kit';
import { cookieName, isLocale } from '#lib/paraglide/runtime.js';

const yearSeconds = 365 * 86_400;

export const GET = ({ url, cookies }) => {
	const to = url.searchParams.get('to');
	if (isLocale(to))
		cookies.set(cookieName, to, { path: '/', maxAge: yearSeconds, httpOnly: false, sameSite: 'lax', secure: false });
	const back = url.searchParams.get('back') ?? '/';
	// Only a path of this site: "//elsewhere" and "/\elsewhere" lead away.
	redirect(303, /^\/(?![/\\])/.test(back) ? back : '/');
};
