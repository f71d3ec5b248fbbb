// The hall's health as the page opens; afterwards the page asks again by itself.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { readHallHealth } from '#lib/server/views/hall-health.ts';

export const load = async ({ locals, params }) => {
	const health = await readHallHealth(locals.app, locals.seat, params.contest);
	return isRefusal(health) ? stopWith(health, locals.language) : { health };
};
