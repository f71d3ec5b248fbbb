// The projector in an organiser's own browser.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { hallSnapshot } from '#lib/server/views/hall-snapshot.ts';
import { joinOrigin } from '#lib/server/views/join-origin.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const snapshot = await hallSnapshot(locals.app, locals.seat, 'screen', params.contest);
	if (isRefusal(snapshot)) stopWith(snapshot, locals.language);
	return { snapshot, joinOrigin: joinOrigin(locals.app, url) };
};
