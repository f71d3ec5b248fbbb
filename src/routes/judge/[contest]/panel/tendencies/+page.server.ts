// How the judges mark beside each other: reads it for the head judge, and for nobody else.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { panelTendencies } from '#lib/server/views/panel-tendencies.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await panelTendencies(locals.app, locals.seat, params.contest, url.searchParams.get('stage'));
	if (isRefusal(found)) stopWith(found, locals.language);
	return { found };
};
