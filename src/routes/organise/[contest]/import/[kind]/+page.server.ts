// Importing one list: the file is previewed first, then sent again with the fingerprint of what was previewed.
import { error } from '@sveltejs/kit';
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { refuseUnless } from '#lib/server/permissions.ts';
import { commitImport } from '#lib/server/usecases/commit-import.ts';
import { importColumns } from '#lib/server/usecases/import-template.ts';
import { previewImport } from '#lib/server/usecases/preview-import.ts';
import { importKinds, type ImportKindName } from '#lib/formats/reading/requests.ts';

function kindOf(name: string): ImportKindName {
	return importKinds.find((kind) => kind === name) ?? error(404, { message: 'not-found' });
}

export const load = ({ locals, params }) => {
	const refusal = refuseUnless(locals.seat, 'people:edit', params.contest);
	if (refusal) stopWith(refusal, locals.language);
	const kind = kindOf(params.kind);
	return { contestId: params.contest, kind, columns: importColumns(kind) };
};

export const actions = {
	preview: async ({ request, locals, params }) => {
		const form = await request.formData();
		const file = form.get('file');
		if (!(file instanceof File) || file.name === '') return failWith(refuse('import/empty'), locals.language);
		const bytes = new Uint8Array(await file.arrayBuffer());
		const preview = await previewImport(locals.app, locals.seat, {
			contestId: params.contest,
			kind: kindOf(params.kind),
			fileName: file.name,
			bytes,
			language: locals.language
		});
		if (isRefusal(preview)) return failWith(preview, locals.language);
		// The page sends the very bytes back, to store the good rows or to have the others as a file.
		const content = preview.total > 0 ? Buffer.from(bytes).toString('base64') : '';
		return { preview, content };
	},

	commit: async ({ request, locals, params }) => {
		const form = await request.formData();
		const kind = kindOf(params.kind);
		const done = await commitImport(locals.app, locals.seat, {
			contestId: params.contest,
			kind,
			fileName: String(form.get('fileName') ?? ''),
			bytes: new Uint8Array(Buffer.from(String(form.get('content') ?? ''), 'base64')),
			hash: form.get('hash'),
			expectedVersion: Number(form.get('version')),
			onlyGoodRows: form.get('onlyGoodRows') === 'yes'
		});
		return isRefusal(done) ? failWith(done, locals.language) : { imported: done.result };
	}
};
