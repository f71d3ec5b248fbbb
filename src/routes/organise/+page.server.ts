// The organiser's own contests.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { myContests } from '#lib/server/views/my-contests.ts';

export const load = async ({ locals }) => {
	const mine = await myContests(locals.app, locals.seat);
	return isRefusal(mine) ? stopWith(mine, locals.language) : mine;
};
