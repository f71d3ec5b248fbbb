// The contestants or the score summary as a workbook, or as CSV.
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { contestTable } from '#lib/server/views/contest-tables.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { app, seat, language } = locals;
	const table = (['contestants', 'summary'] as const).find((each) => each === params.paper);
	if (!table) stopWith(refuse('input/not-found'), language);
	const as = url.searchParams.get('as') === 'csv' ? 'csv' : 'xlsx';
	const file = await contestTable(app, seat, { contestId: params.contest, table, as, language });
	if (isRefusal(file)) stopWith(file, language);
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': file.mediaType,
			'content-disposition': `attachment; filename="${file.fileName}"`
		}
	});
};
