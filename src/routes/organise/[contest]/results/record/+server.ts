// The contest file: everything the result is computed from, as JSON.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { downloadRecord } from '#lib/server/usecases/download-record.ts';

export const GET = async ({ locals, params }) => {
	const file = await downloadRecord(locals.app, locals.seat, { contestId: params.contest });
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(file.text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${file.fileName}"`,
			'cache-control': 'no-store'
		}
	});
};
