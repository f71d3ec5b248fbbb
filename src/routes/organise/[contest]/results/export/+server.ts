// The result as an .xlsx file.
import { stopWith } from '#lib/server/refusal-answer.ts';
import { rankingExport } from '#lib/server/views/ranking-export.ts';

export const GET = async ({ locals, params }) => {
	const file = await rankingExport(locals.app, locals.seat, params.contest, locals.language);
	if ('refused' in file) stopWith(file, locals.language);
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${file.fileName}"`
		}
	});
};
