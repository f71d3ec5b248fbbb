// The head judge's matrix: reads it, and reopens a sheet with a reason.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { reopenScoresheet } from '#lib/server/usecases/reopen-scoresheet.ts';
import { markingMatrix } from '#lib/server/views/marking-matrix.ts';
import { reopenPreview } from '#lib/server/views/reopen-preview.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const matrix = await markingMatrix(locals.app, locals.seat, params.contest, url.searchParams.get('stage'));
	if (isRefusal(matrix)) stopWith(matrix, locals.language);
	const [turnId, judgeId] = [url.searchParams.get('turn'), url.searchParams.get('judge')];
	const isSheet = matrix.rows.some(
		(row) => row.turnId === turnId && row.cells.some((cell) => cell.judgeId === judgeId)
	);
	if (!isSheet || turnId === null || judgeId === null) return { matrix, reopening: null };
	const preview = await reopenPreview(locals.app, locals.seat, params.contest, { turnId, judgeId });
	return { matrix, reopening: isRefusal(preview) ? null : preview };
};

export const actions: Actions = {
	reopen: async ({ locals, params, request }) => {
		const form = await request.formData();
		const reopened = await reopenScoresheet(locals.app, locals.seat, {
			contestId: params.contest,
			turnId: form.get('turnId'),
			judgeId: form.get('judgeId'),
			reason: form.get('reason')
		});
		return isRefusal(reopened) ? failWith(reopened, locals.language) : { reopened: reopened.result };
	}
};
