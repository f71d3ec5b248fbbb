// The matrix of sheets; a secretary only reads it, an organiser may reopen a head judge's own sheet.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { openDifferences } from '#lib/server/views/differences-desk.ts';
import { markingMatrix } from '#lib/server/views/marking-matrix.ts';
import { reopen, reopening } from '../reopen-sheet.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const matrix = await markingMatrix(locals.app, locals.seat, params.contest, url.searchParams.get('stage'));
	if (isRefusal(matrix)) stopWith(matrix, locals.language);
	const differences = await openDifferences(locals.app, locals.seat, params.contest);
	return { matrix, differences, reopening: await reopening(locals, matrix, url) };
};

export const actions: Actions = {
	reopen: async ({ locals, params, request }) => reopen(locals, params.contest, await request.formData())
};
