// One paper sheet: shows it to the secretary, takes an entry, moves the sheet to paper or back to the screen.
import { redirect } from '@sveltejs/kit';
import { readPaperCode } from '#lib/contest/paper-sheet.ts';
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { enterPaperSheet } from '#lib/server/usecases/enter-paper-sheet.ts';
import { moveToPaper } from '#lib/server/usecases/move-to-paper.ts';
import { returnToScreen } from '#lib/server/usecases/return-to-screen.ts';
import { paperEntry } from '#lib/server/views/paper-entry.ts';
import { readSheetFields } from '../../../../judge/sheet-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { app, seat, language } = locals;
	const code = readPaperCode(params.code);
	if (code === null) stopWith(refuse('paper/code-unknown', { code: params.code.slice(0, 20) }), language);
	if (code !== params.code) redirect(303, `/secretary/${params.contest}/papers/${code}`);
	const entry = await paperEntry(app, seat, params.contest, code);
	if (isRefusal(entry)) stopWith(entry, language);
	return { entry };
};

/** Which sheet is meant, as the page was told. */
function whose(form: FormData, contestId: string) {
	return { contestId, turnId: form.get('turnId'), judgeId: form.get('judgeId') };
}

export const actions: Actions = {
	type: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { marks, comments } = readSheetFields(form);
		const asked = { ...whose(form, params.contest), marks, comments, sum: form.get('sum') ?? '' };
		const typed = await enterPaperSheet(locals.app, locals.seat, asked);
		return isRefusal(typed) ? failWith(typed, locals.language) : { typed: typed.result };
	},
	toPaper: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { ...whose(form, params.contest), version: form.get('version'), reason: form.get('reason') };
		const moved = await moveToPaper(locals.app, locals.seat, asked);
		return isRefusal(moved) ? failWith(moved, locals.language) : { isMoved: true };
	},
	toScreen: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { ...whose(form, params.contest), reason: form.get('reason') };
		const returned = await returnToScreen(locals.app, locals.seat, asked);
		return isRefusal(returned) ? failWith(returned, locals.language) : { isMoved: true };
	}
};
