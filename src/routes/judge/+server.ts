// The door of an installed desk: to the one contest this person judges, else to the front door, where they choose.
import { redirect } from '@sveltejs/kit';
import { rolesOf } from '#lib/server/permissions.ts';
import { readOwnContests } from '#lib/server/views/own-contests.ts';

export const GET = async ({ locals: { app, seat } }) => {
	if (seat.kind !== 'staff') redirect(303, '/sign-in');
	const judged = (await readOwnContests(app, seat)).filter(({ id }) =>
		rolesOf(seat, id).some((role) => role === 'judge' || role === 'head_judge')
	);
	const [only] = judged;
	redirect(303, only && judged.length === 1 ? `/judge/${only.id}` : '/');
};
