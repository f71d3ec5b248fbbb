// The picture behind the words of certificates, for whoever prints them.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { certificateBackground } from '#lib/server/views/certificates.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const found = await certificateBackground(locals.app, locals.seat, params.contest);
	if (isRefusal(found)) stopWith(found, locals.language);
	return new Response(found.body, { headers: found.headers });
};
