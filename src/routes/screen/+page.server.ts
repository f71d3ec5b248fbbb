// The projector of a screen slip: its contest comes from the slip, never from the address.
import { redirect } from '@sveltejs/kit';
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { may } from '#lib/server/permissions.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { hallSnapshot } from '#lib/server/views/hall-snapshot.ts';
import { joinOrigin } from '#lib/server/views/join-origin.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { app, seat, language } = locals;
	if (seat.kind === 'staff') {
		const [own, another] = Object.keys(seat.roles).filter((id) => may(seat, 'stage:screen', id));
		if (own && !another) redirect(303, `/screen/${own}`);
	}
	if (seat.kind !== 'screen')
		stopWith(refuse(seat.kind === 'anonymous' ? 'access/sign-in-needed' : 'access/not-allowed'), language);
	const snapshot = await hallSnapshot(app, seat, 'screen', seat.contestId);
	if (isRefusal(snapshot)) stopWith(snapshot, language);
	return { snapshot, joinOrigin: joinOrigin(app, url) };
};
