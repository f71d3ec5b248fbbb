// A paper that is a document as a Word file, with the words of the page.
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { writeWord } from '#lib/formats/write-word.ts';
import { foldVietnamese } from '#lib/formats/vietnamese-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { contestLetterhead } from '#lib/server/views/contest-letterhead.ts';
import { documentsNamed } from '../../open-documents.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { app, seat, language } = locals;
	const open = documentsNamed(params.paper);
	const found = await contestLetterhead(app, seat, params.contest, language);
	if (isRefusal(found)) stopWith(found, language);
	const { letterhead } = found;
	const opened = await open?.({ locals, contestId: params.contest, letterhead, search: url.searchParams });
	if (isRefusal(opened)) stopWith(opened, language);
	if (!opened || opened.documents.length === 0) stopWith(refuse('input/not-found'), language);
	const file = await writeWord(opened.documents, {
		title: `${opened.heading} · ${opened.contest}`,
		recipients: m.paper_recipients(),
		sign: m.paper_sign_hint(),
		draft: m.paper_draft_mark()
	});
	const name = foldVietnamese(`${opened.heading} ${opened.contest}`)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 80)
		.replace(/-$/, '');
	return new Response(new Uint8Array(file), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'content-disposition': `attachment; filename="${name}.docx"`
		}
	});
};
