// A contestant's page: the whole stage and one's own answer, so that a refresh shows the same at once.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { readSnapshot } from '#lib/server/views/snapshot.ts';

export const load = async ({ locals }) => {
	const { app, seat, language } = locals;
	if (seat.kind !== 'contestant') redirect(303, '/join');
	const snapshot = await readSnapshot(app, seat, 'contestant', seat.contestId);
	if (isRefusal(snapshot)) stopWith(snapshot, language);
	return { snapshot, contestId: seat.contestId, contestantId: seat.contestantId, serverNow: app.clock.now() };
};
