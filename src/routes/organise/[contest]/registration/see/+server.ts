// A file of a registration, for who settles it.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { registrationFile } from '#lib/server/views/registration-file.ts';

export const GET = async ({ locals, params, url }) => {
	const asked = { contestId: params.contest, id: url.searchParams.get('person'), what: url.searchParams.get('what') };
	const file = await registrationFile(locals.app, locals.seat, asked);
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(file.body, { headers: file.headers });
};
