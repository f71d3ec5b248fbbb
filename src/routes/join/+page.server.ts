// Joining with the short code typed from a slip.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, refusalAnswer } from '#lib/server/refusal-answer.ts';
import { sessionCookie } from '#lib/server/sessions.ts';
import { lookUpSlip, normaliseSlipCode, slipCodeLength, useSlip } from '#lib/server/usecases/use-slip.ts';
import { readJoinable } from '#lib/server/views/joinable.ts';

export const load = async ({ locals, url, getClientAddress }) => {
	const contest = await readJoinable(locals.app, url.searchParams.get('code') ?? '');
	const code = url.searchParams.get('slip');
	if (code === null) return { contest, code: '', holder: null, refusal: null, length: null };
	const length = { typed: normaliseSlipCode(code).length, wanted: slipCodeLength };
	const found = await lookUpSlip(locals.app, { code, address: getClientAddress() });
	if (isRefusal(found)) return { contest, code, holder: null, refusal: refusalAnswer(found, locals.language), length };
	const { contestName, contestant } = found;
	return { contest, code, holder: { contestName, contestant }, refusal: null, length };
};

export const actions = {
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const code = String((await request.formData()).get('slip') ?? '');
		const used = await useSlip(locals.app, { code, address: getClientAddress() });
		if (isRefusal(used)) return failWith(used, locals.language);
		const cookie = sessionCookie(url.protocol === 'https:');
		cookies.set(cookie.name, used.secret, cookie.options);
		redirect(303, used.holder.contestant ? '/play' : '/screen');
	}
};
