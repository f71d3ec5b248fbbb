// One contestant's result with everything it comes from.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { resultBreakdown } from '#lib/server/views/result-breakdown.ts';

export const load = async ({ locals, params }) => {
	const found = await resultBreakdown(locals.app, locals.seat, params.contest, params.number);
	if (isRefusal(found)) stopWith(found, locals.language);
	return found;
};
