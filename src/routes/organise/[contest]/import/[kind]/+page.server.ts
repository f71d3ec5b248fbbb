// Importing one list: the file is previewed first, then sent again with the fingerprint of what was previewed.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { refuseUnless } from '#lib/server/permissions.ts';
import { commitForm, listKind, previewForm } from './import-steps.server.ts';
import { importColumns } from '#lib/server/usecases/import-template.ts';
import { lastImport } from '#lib/server/views/last-import.ts';
import { undoImport } from '#lib/server/usecases/undo-import.ts';

export const load = async ({ locals, params }) => {
	const refusal = refuseUnless(locals.seat, 'people:edit', params.contest);
	if (refusal) stopWith(refusal, locals.language);
	const kind = listKind(params.kind);
	return {
		contestId: params.contest,
		kind,
		columns: importColumns(kind),
		last: await lastImport(locals.app, params.contest, kind)
	};
};

export const actions = {
	preview: async ({ request, locals, params }) => previewForm(await request.formData(), locals, params),

	commit: async ({ request, locals, params }) => commitForm(await request.formData(), locals, params),

	undo: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await undoImport(locals.app, locals.seat, {
			contestId: params.contest,
			kind: listKind(params.kind),
			importId: form.get('importId')
		});
		return isRefusal(done) ? failWith(done, locals.language) : { undone: done.result };
	}
};
