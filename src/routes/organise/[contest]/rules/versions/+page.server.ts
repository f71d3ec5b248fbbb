// Every saved version of the rules.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { readRulesHistory } from '#lib/server/views/rules-history.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const history = await readRulesHistory(locals.app, locals.seat, params.contest);
	return isRefusal(history) ? stopWith(history, locals.language) : { history };
};
