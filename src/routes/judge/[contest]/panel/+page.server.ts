// The head judge's matrix: reads it, and reopens a sheet with a reason.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { markingMatrix } from '#lib/server/views/marking-matrix.ts';
import { reopen, reopening } from '../../../secretary/reopen-sheet.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const matrix = await markingMatrix(locals.app, locals.seat, params.contest, url.searchParams.get('stage'));
	if (isRefusal(matrix)) stopWith(matrix, locals.language);
	return { matrix, reopening: await reopening(locals, matrix, url) };
};

export const actions: Actions = {
	reopen: async ({ locals, params, request }) => reopen(locals, params.contest, await request.formData())
};
