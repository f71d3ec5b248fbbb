// The bank as a file of the wished format, with its keys.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { exportBank } from '#lib/server/usecases/export-bank.ts';

export const GET = async ({ locals, params, url }) => {
	const file = await exportBank(locals.app, locals.seat, { contestId: params.contest, to: url.searchParams.get('to') });
	if (isRefusal(file)) stopWith(file, locals.language);
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': file.type,
			'content-disposition': `attachment; filename="${file.fileName}"`,
			'cache-control': 'no-store'
		}
	});
};
