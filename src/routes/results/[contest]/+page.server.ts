// One published result, for anybody; before publication the page does not exist.
import { stopWith } from '#lib/server/refusal-answer.ts';
import { publishedResult } from '#lib/server/views/published-result.ts';

export const load = async ({ locals, params }) => {
	const result = await publishedResult(locals.app, params.contest);
	if ('refused' in result) stopWith(result, locals.language);
	return result;
};
