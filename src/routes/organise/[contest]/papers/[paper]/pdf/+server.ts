// A paper as a PDF: the page of the paper, asked for by this very person, laid out by the server's Chromium.
import { isRefusal } from '#lib/contest/refusal.ts';
import { foldVietnamese } from '#lib/formats/vietnamese-text.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { printPage } from '../../print-page.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url, fetch }) => {
	const path = `/organise/${params.contest}/papers/${encodeURIComponent(params.paper)}${url.search}`;
	const page = await printPage({ locals, fetch, contestId: params.contest, path });
	if ('answer' in page) return page.answer;
	const { html, printed } = page;
	if (isRefusal(printed)) stopWith(printed, locals.language);
	return new Response(new Uint8Array(printed), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${nameOf(html, params.paper)}.pdf"`
		}
	});
};

/** By the title of the page; ASCII only, so that every browser and system keeps it. */
function nameOf(html: string, paper: string): string {
	const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? paper;
	const name = foldVietnamese(title.replace(/&\w+;/g, ' '))
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 80)
		.replace(/^-|-$/g, '');
	return name || paper;
}
