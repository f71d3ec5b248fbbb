// The secretaries' list of paper sheets, and the way to one of them by its code.
import { redirect } from '@sveltejs/kit';
import { readPaperCode } from '#lib/contest/paper-sheet.ts';
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { refusalMessage, stopWith } from '#lib/server/refusal-answer.ts';
import { paperDesk } from '#lib/server/views/paper-desk.ts';
import { paperEntry } from '#lib/server/views/paper-entry.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { app, seat, language } = locals;
	const desk = await paperDesk(app, seat, params.contest);
	if (isRefusal(desk)) stopWith(desk, language);
	const typed = url.searchParams.get('code');
	if (typed === null) return { desk, typed: '', problem: null };
	const code = readPaperCode(typed);
	const entry = code === null ? null : await paperEntry(app, seat, params.contest, code);
	if (entry !== null && !isRefusal(entry)) redirect(303, `/secretary/${params.contest}/papers/${entry.code}`);
	return { desk, typed, problem: refusalMessage(refuse('paper/code-unknown', { code: typed.slice(0, 20) }), language) };
};
