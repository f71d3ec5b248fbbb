// The rows of a previewed file that cannot be taken, with the reason beside each; the page sends the very bytes it has read.
import { error } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { importKinds } from '#lib/formats/reading/requests.ts';
import { choicesOf } from '../choices-of.ts';
import { rejectedRows } from '#lib/server/usecases/rejected-rows.ts';

export const POST = async ({ request, locals, params }) => {
	const kind = importKinds.find((name) => name === params.kind) ?? error(404, { message: 'not-found' });
	const form = await request.formData();
	const file = await rejectedRows(locals.app, locals.seat, {
		contestId: params.contest,
		kind,
		fileName: String(form.get('fileName') ?? ''),
		bytes: new Uint8Array(Buffer.from(String(form.get('content') ?? ''), 'base64')),
		choices: choicesOf(form),
		language: locals.language
	});
	if (isRefusal(file)) return stopWith(file, locals.language);
	return new Response(file.bytes, {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${file.name}"`
		}
	});
};
