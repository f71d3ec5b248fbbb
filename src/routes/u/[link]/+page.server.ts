// The address of a unit's link: says for which unit it is and opens the session only when the person goes on.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { sessionCookie } from '#lib/server/sessions.ts';
import { lookUpContactLink, useContactLink } from '#lib/server/usecases/use-contact-link.ts';

export const load = async ({ locals, params, getClientAddress }) => {
	const holder = await lookUpContactLink(locals.app, { link: params.link, address: getClientAddress() });
	if (isRefusal(holder)) stopWith(holder, locals.language);
	const { contestName, organiser, unitName, name } = holder;
	return { contestName, organiser, unitName, name };
};

export const actions = {
	default: async ({ locals, params, cookies, url, getClientAddress }) => {
		const used = await useContactLink(locals.app, { link: params.link, address: getClientAddress() });
		if (isRefusal(used)) return failWith(used, locals.language);
		const cookie = sessionCookie(url.protocol === 'https:');
		cookies.set(cookie.name, used.secret, cookie.options);
		redirect(303, '/register');
	}
};
