// Badges of contestants, of judges, or of those who run the contest.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { badgeHolders, contestBadges } from '#lib/server/views/badges.ts';
import { joinOrigin } from '#lib/server/views/join-origin.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const who = badgeHolders.find((each) => each === url.searchParams.get('who')) ?? 'contestants';
	const found = await contestBadges(locals.app, locals.seat, params.contest, who);
	if (isRefusal(found)) stopWith(found, locals.language);
	// The code finds the person in the roll call; whoever opens it is asked to sign in.
	return { ...found, people: `${joinOrigin(locals.app, url)}/organise/${params.contest}/people` };
};
