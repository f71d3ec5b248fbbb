// A paper that is a document, by its name in the address.
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { documentsNamed } from '../open-documents.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
	const open = documentsNamed(params.paper);
	if (!open) stopWith(refuse('input/not-found'), locals.language);
	const { letterhead } = await parent();
	const opened = await open({ locals, contestId: params.contest, letterhead, search: url.searchParams });
	if (isRefusal(opened)) stopWith(opened, locals.language);
	return { opened };
};
