// The statistics of the asked questions as a file.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { statisticsFile } from '#lib/server/views/question-statistics.ts';

export const GET = async ({ locals, params, url }) => {
	const as = url.searchParams.get('as') === 'csv' ? 'csv' : 'xlsx';
	const file = await statisticsFile(locals.app, locals.seat, params.contest, { as, language: locals.language });
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': file.type,
			'content-disposition': `attachment; filename="thong-ke-cau-hoi.${as}"`,
			'cache-control': 'no-store'
		}
	});
};
