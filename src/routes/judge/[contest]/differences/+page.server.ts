// The judges' consultations: reads what differs, begins and ends a consultation, previews what it would decide, opens sheets again.
import { fail } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, refusalAnswer, stopWith } from '#lib/server/refusal-answer.ts';
import { beginConsultation } from '#lib/server/usecases/begin-consultation.ts';
import { endConsultation } from '#lib/server/usecases/end-consultation.ts';
import { previewDecision } from '#lib/server/usecases/preview-decision.ts';
import { differencesDesk } from '#lib/server/views/differences-desk.ts';
import { reopen, reopening } from '../../../secretary/reopen-sheet.server.ts';
import { consultationForm } from './consultation-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const desk = await differencesDesk(locals.app, locals.seat, params.contest);
	if (isRefusal(desk)) stopWith(desk, locals.language);
	const rows = desk.open.map(({ turnId, sheets }) => ({ turnId, cells: sheets }));
	return { desk, reopening: await reopening(locals, { contest: desk.contest, rows }, url) };
};

export const actions: Actions = {
	begin: async ({ locals, params, request }) => {
		const { place } = consultationForm(await request.formData());
		const begun = await beginConsultation(locals.app, locals.seat, { contestId: params.contest, ...place });
		return isRefusal(begun) ? failWith(begun, locals.language) : { done: 'begun' as const };
	},
	/** Where something is decided it is shown first; everything else ends the consultation at once. */
	end: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { place, present, note, cameTo, seen } = consultationForm(form);
		const preview = async () => {
			const content = { kind: 'divergence', ...place, outcome: cameTo };
			return previewDecision(locals.app, locals.seat, { contestId: params.contest, asked: { content }, reason: note });
		};
		const isDecided = cameTo.kind !== 'revise' && cameTo.kind !== 'adjourned';
		if (isDecided && seen === null) {
			const shown = await preview();
			if (isRefusal(shown)) return failWith(shown, locals.language);
			return { preview: { place, present, note, cameTo, ...shown } };
		}
		const asked = { contestId: params.contest, ...place, present, note, cameTo, seen };
		const ended = await endConsultation(locals.app, locals.seat, asked);
		if (!isRefusal(ended)) return { done: ended.result.cameTo };
		const shown = ended.refused === 'decision/preview-changed' ? await preview() : null;
		if (!shown || isRefusal(shown)) return failWith(ended, locals.language);
		const anew = { place, present, note, cameTo, ...shown };
		return fail(409, { refusal: refusalAnswer(ended, locals.language), preview: anew });
	},
	reopen: async ({ locals, params, request }) => reopen(locals, params.contest, await request.formData())
};
