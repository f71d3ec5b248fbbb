// The text that was hashed, byte for byte: `sha256sum` of the file is the published code.
import { stopWith } from '#lib/server/refusal-answer.ts';
import { publishedText } from '#lib/server/views/published-result.ts';

export const GET = async ({ locals, params }) => {
	const text = await publishedText(locals.app, params.contest);
	if (typeof text !== 'string') stopWith(text, locals.language);
	return new Response(text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="result-${params.contest}.json"`
		}
	});
};
