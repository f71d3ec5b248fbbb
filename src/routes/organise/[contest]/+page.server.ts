// What the run sheet says about the state of the preparations.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { readPreparation } from '#lib/server/views/preparation.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const preparation = await readPreparation(locals.app, locals.seat, params.contest);
	return isRefusal(preparation) ? stopWith(preparation, locals.language) : { preparation };
};
