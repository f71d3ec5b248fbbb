// Previewing and storing what the forms of the page send, whether the page follows the progress or not.
import { error } from '@sveltejs/kit';
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { importKinds, type ImportKindName } from '#lib/formats/reading/requests.ts';
import { failWith } from '#lib/server/refusal-answer.ts';
import { commitImport } from '#lib/server/usecases/commit-import.ts';
import { previewImport } from '#lib/server/usecases/preview-import.ts';
import { choicesOf } from './choices-of.ts';

type Params = { contest: string; kind: string };

export function listKind(name: string): ImportKindName {
	return importKinds.find((kind) => kind === name) ?? error(404, { message: 'not-found' });
}

export async function previewForm(form: FormData, { app, seat, language }: App.Locals, { contest, kind }: Params) {
	const file = await fileOf(form);
	if (!file) return failWith(refuse('import/empty'), language);
	const given = { contestId: contest, kind: listKind(kind), ...file, choices: choicesOf(form), language };
	const preview = await previewImport(app, seat, given);
	if (isRefusal(preview)) return failWith(preview, language);
	// The page sends the very bytes back, to store the good rows or to have the others as a file.
	const content = preview.total > 0 || preview.shape ? Buffer.from(file.bytes).toString('base64') : '';
	return { preview, content };
}

export async function commitForm(
	form: FormData,
	{ app, seat, language }: App.Locals,
	{ contest, kind }: Params,
	progress: (stored: number, of: number) => void = () => {}
) {
	const given = {
		contestId: contest,
		kind: listKind(kind),
		fileName: String(form.get('fileName') ?? ''),
		bytes: new Uint8Array(Buffer.from(String(form.get('content') ?? ''), 'base64')),
		choices: choicesOf(form),
		hash: form.get('hash'),
		expectedVersion: Number(form.get('version')),
		onlyGoodRows: form.get('onlyGoodRows') === 'yes'
	};
	const done = await commitImport(app, seat, given, { progress });
	return isRefusal(done) ? failWith(done, language) : { imported: done.result };
}

/** The file that was chosen, or the one the page has kept; null without either. */
async function fileOf(form: FormData): Promise<{ fileName: string; bytes: Uint8Array } | null> {
	const file = form.get('file');
	if (file instanceof File && file.name !== '')
		return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
	const content = form.get('content');
	if (typeof content !== 'string' || content === '') return null;
	return { fileName: String(form.get('fileName') ?? ''), bytes: new Uint8Array(Buffer.from(content, 'base64')) };
}
