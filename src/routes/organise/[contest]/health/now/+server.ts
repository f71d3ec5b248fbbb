// The hall's health now, whole, for the page that follows it.
import { json } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { refusalAnswer, statusOf } from '#lib/server/refusal-answer.ts';
import { readHallHealth } from '#lib/server/views/hall-health.ts';

export const GET = async ({ locals, params }) => {
	const health = await readHallHealth(locals.app, locals.seat, params.contest);
	return isRefusal(health)
		? json({ refused: refusalAnswer(health, locals.language) }, { status: statusOf(health.refused) })
		: json(health);
};
