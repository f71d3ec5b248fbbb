// What a contestant has handed in, for the judge who marks it; under a number, to be shown beside the sheet. `?as=pdf` is a Word file as a browser shows it.
import { isRefusal } from '#lib/contest/refusal.ts';
import { refusalMessage, statusOf, stopWith } from '#lib/server/refusal-answer.ts';
import { isOffice, pdfOf } from '#lib/server/usecases/make-pdf.ts';
import { deskDocument, serveDocument } from '#lib/server/views/entry-files.ts';

export const GET = async ({ locals, params, url }) => {
	const { app, seat, language } = locals;
	const opened = await deskDocument(app, seat, params.contest, { turnId: params.turn, versionId: params.version });
	if (isRefusal(opened)) stopWith(opened, language);
	const asPdf = url.searchParams.get('as') === 'pdf' && isOffice(opened.file.kind);
	const shown = asPdf ? await pdfOf(app, opened.file) : opened.file;
	// It stands in a frame of the desk, where there is room for one sentence.
	if (isRefusal(shown))
		return new Response(refusalMessage(shown, language), {
			status: statusOf(shown.refused),
			headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
		});
	const { body, headers } = serveDocument(app, opened, shown);
	return new Response(body, { headers });
};
