// A one-time link: the first organiser makes an account, invited people set their password.
import { fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { refusalAnswer, statusOf, stopWith } from '#lib/server/refusal-answer.ts';
import { sessionCookie } from '#lib/server/sessions.ts';
import { acceptInvitation, readInvitationLink } from '#lib/server/usecases/sign-in.ts';

export const load = async ({ locals, params }) => {
	const invitation = await readInvitationLink(locals.app, params.secret);
	if (isRefusal(invitation)) stopWith(invitation, locals.language);
	return { invitation };
};

export const actions = {
	default: async ({ request, locals, params, cookies, url }) => {
		const form = await request.formData();
		const text = (name: string) => (form.has(name) ? String(form.get(name)) : undefined);
		const accepted = await acceptInvitation(locals.app, {
			secret: params.secret,
			login: text('login'),
			displayName: text('displayName'),
			password: text('password') ?? ''
		});
		if (isRefusal(accepted))
			return fail(statusOf(accepted.refused), {
				login: text('login') ?? '',
				displayName: text('displayName') ?? '',
				refusal: refusalAnswer(accepted, locals.language)
			});
		const cookie = sessionCookie(url.protocol === 'https:');
		cookies.set(cookie.name, accepted.secret, cookie.options);
		redirect(303, '/');
	}
};
