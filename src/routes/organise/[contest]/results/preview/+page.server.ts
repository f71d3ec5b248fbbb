// The document as it would be published now.
import { stopWith } from '#lib/server/refusal-answer.ts';
import { documentPreview } from '#lib/server/views/result-preview.ts';

export const load = async ({ locals, params }) => {
	const document = await documentPreview(locals.app, locals.seat, params.contest);
	if ('refused' in document) stopWith(document, locals.language);
	return { document };
};
