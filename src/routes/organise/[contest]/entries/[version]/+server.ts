// One version of an entry as it was handed in, to be saved.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { entryFile } from '#lib/server/views/entry-files.ts';

export const GET = async ({ locals, params }) => {
	const file = await entryFile(locals.app, locals.seat, params.contest, params.version);
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(file.body, { headers: file.headers });
};
