// A contestant's page: the whole stage and one's own answer, so that a refresh shows the same at once.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { sessionCookie } from '#lib/server/sessions.ts';
import { takeDevice } from '#lib/server/usecases/take-device.ts';
import { readSnapshot } from '#lib/server/views/snapshot.ts';

export const load = async ({ locals }) => {
	const { app, seat, language } = locals;
	if (seat.kind !== 'contestant') redirect(303, '/join');
	const snapshot = await readSnapshot(app, seat, 'contestant', seat.contestId);
	if (isRefusal(snapshot)) stopWith(snapshot, language);
	return { snapshot, contestId: seat.contestId, contestantId: seat.contestantId, serverNow: app.clock.now() };
};

export const actions = {
	take: async ({ locals, cookies, url }) => {
		const secret = cookies.get(sessionCookie(url.protocol === 'https:').name);
		const taken = await takeDevice(locals.app, locals.seat, secret);
		if (isRefusal(taken)) return failWith(taken, locals.language);
		// The page is loaded anew, with the new epoch.
		redirect(303, '/play');
	}
};
