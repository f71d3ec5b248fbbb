// What every page of the console needs of its contest; only for people who have a role in it.
import { stopWith } from '#lib/server/refusal-answer.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { readConsole } from '#lib/server/views/console.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const found = await readConsole(locals.app, locals.seat, params.contest);
	if (isRefusal(found)) stopWith(found, locals.language);
	return found;
};
