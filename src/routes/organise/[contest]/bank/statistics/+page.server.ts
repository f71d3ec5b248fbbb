// How the questions that were asked have done.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { askedQuestions } from '#lib/server/views/question-statistics.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const asked = await askedQuestions(locals.app, locals.seat, params.contest);
	return isRefusal(asked) ? stopWith(asked, locals.language) : { asked };
};
