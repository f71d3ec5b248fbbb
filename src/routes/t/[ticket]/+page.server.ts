// The address behind a slip's QR: asks "is this you?" and opens the session only when the person says so.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { sessionCookie } from '#lib/server/sessions.ts';
import { lookUpSlip, useSlip } from '#lib/server/usecases/use-slip.ts';

export const load = async ({ locals, params, getClientAddress }) => {
	const holder = await lookUpSlip(locals.app, { ticket: params.ticket, address: getClientAddress() });
	if (isRefusal(holder)) stopWith(holder, locals.language);
	return { contestName: holder.contestName, contestant: holder.contestant };
};

export const actions = {
	default: async ({ locals, params, cookies, url, getClientAddress }) => {
		const used = await useSlip(locals.app, { ticket: params.ticket, address: getClientAddress() });
		if (isRefusal(used)) return failWith(used, locals.language);
		const cookie = sessionCookie(url.protocol === 'https:');
		cookies.set(cookie.name, used.secret, cookie.options);
		redirect(303, used.holder.contestant ? '/play' : '/screen');
	}
};
