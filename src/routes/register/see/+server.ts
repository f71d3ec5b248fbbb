// A file of the own unit's registration, as it was made harmless.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { registrationFile } from '#lib/server/views/registration-file.ts';

export const GET = async ({ locals, url }) => {
	const asked = { id: url.searchParams.get('person'), what: url.searchParams.get('what') };
	const file = await registrationFile(locals.app, locals.seat, asked);
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(file.body, { headers: file.headers });
};
