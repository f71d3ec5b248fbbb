// The newest draw of a kind as a file anyone can check: `npm run hoithi -- lots verify <file>`.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { drawFile } from '#lib/server/views/setup-lots.ts';

export const GET = async ({ locals, params, url }) => {
	const file = await drawFile(locals.app, locals.seat, params.contest, {
		kind: params.kind,
		stage: url.searchParams.get('stage'),
		session: url.searchParams.get('session')
	});
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(file, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="lots-${params.kind}.json"`
		}
	});
};
