// Points the organisers give: the table of a part, and what is typed into it, field by field or all at once.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { givePoints } from '#lib/server/usecases/give-points.ts';
import { givenDesk } from '#lib/server/views/given-desk.ts';
import { readGivenFields } from './given-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const desk = await givenDesk(locals.app, locals.seat, params.contest, params.part);
	if (isRefusal(desk)) stopWith(desk, locals.language);
	return { desk };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const done = await givePoints(locals.app, locals.seat, {
			contestId: params.contest,
			part: params.part,
			given: readGivenFields(await request.formData())
		});
		return isRefusal(done) ? failWith(done, locals.language) : { saved: done.result, contestVersion: done.version };
	}
};
