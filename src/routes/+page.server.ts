// The front door: the places a person may go, and the published results.
import { rolesOf } from '#lib/server/permissions.ts';
import { readOwnContests } from '#lib/server/views/own-contests.ts';
import { hasResultsBesides } from '#lib/server/views/published-result.ts';
import { redirect } from '@sveltejs/kit';

export const load = async ({ locals }) => {
	const { app, seat } = locals;
	if (seat.kind === 'contestant') redirect(303, '/play');
	if (seat.kind === 'screen') redirect(303, '/screen');
	if (seat.kind === 'contact') redirect(303, '/register');
	const contests = await readOwnContests(app, seat);
	return {
		name: seat.kind === 'staff' ? seat.name : null,
		/** Of contests that are not listed here with a result of their own. */
		hasOtherResults: await hasResultsBesides(
			app,
			contests.map(({ id }) => id)
		),
		isFounder: seat.kind === 'staff' && seat.isFounder,
		contests: contests.map((contest) => ({ ...contest, roles: rolesOf(seat, contest.id) }))
	};
};
