// How many differences between judges wait, for the tabs of those who settle them; nothing for who may not know.
import { openDifferences } from '#lib/server/views/differences-desk.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => ({
	differences: await openDifferences(locals.app, locals.seat, params.contest)
});
