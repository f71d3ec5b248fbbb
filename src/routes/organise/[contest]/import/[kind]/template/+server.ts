// The empty file to fill in, with the headers an import understands.
import { error } from '@sveltejs/kit';
import { refuseUnless } from '#lib/server/permissions.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { importTemplate } from '#lib/server/usecases/import-template.ts';
import { importKinds } from '#lib/formats/reading/requests.ts';

export const GET = async ({ locals, params }) => {
	const refusal = refuseUnless(locals.seat, 'people:edit', params.contest);
	if (refusal) stopWith(refusal, locals.language);
	const kind = importKinds.find((name) => name === params.kind) ?? error(404, { message: 'not-found' });
	const { name, type, bytes } = await importTemplate(kind);
	return new Response(bytes, {
		headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
	});
};
