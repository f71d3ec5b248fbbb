// The secretary's matrix of sheets; it only reads.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { markingMatrix } from '#lib/server/views/marking-matrix.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const matrix = await markingMatrix(locals.app, locals.seat, params.contest, url.searchParams.get('stage'));
	if (isRefusal(matrix)) stopWith(matrix, locals.language);
	return { matrix };
};
