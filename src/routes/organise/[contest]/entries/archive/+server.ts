// All entries that count in one ZIP, in a folder for each unit.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { entriesArchive } from '#lib/server/views/entry-files.ts';

export const GET = async ({ locals, params }) => {
	const archive = await entriesArchive(locals.app, locals.seat, params.contest);
	if (isRefusal(archive)) stopWith(archive, locals.language);
	return new Response(archive.body, { headers: archive.headers });
};
