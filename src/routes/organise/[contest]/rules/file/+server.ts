// The stored rules, or a former version of them, as a file to download.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { readSavedFile } from '#lib/server/views/rules-history.ts';

export const GET = async ({ url, locals, params }) => {
	const asked = url.searchParams.get('version');
	const version = asked === null ? null : /^\d{1,9}$/.test(asked) ? Number(asked) : -1;
	const file = await readSavedFile(locals.app, locals.seat, params.contest, version);
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(file.text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="the-le-v${file.version}.json"`
		}
	});
};
