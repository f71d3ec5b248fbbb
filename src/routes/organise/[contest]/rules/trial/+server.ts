// The people rules are tried with, for the page that tries them.
import { json } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { gatherTrialPeople } from '#lib/server/usecases/gather-trial-people.ts';

export const GET = async ({ locals, params }) => {
	const people = await gatherTrialPeople(locals.app, locals.seat, params.contest);
	return isRefusal(people) ? stopWith(people, locals.language) : json(people);
};
