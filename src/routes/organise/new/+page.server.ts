// Making a contest from a template.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { createContest } from '#lib/server/usecases/create-contest.ts';
import { mayCreate } from '#lib/server/views/my-contests.ts';
import { readTypedDay } from './typed-day.ts';

export const load = ({ locals }) => {
	const refusal = mayCreate(locals.seat);
	if (refusal) stopWith(refusal, locals.language);
	return {};
};

export const actions = {
	default: async ({ request, locals }) => {
		const form = await request.formData();
		const made = await createContest(locals.app, locals.seat, {
			template: form.get('template'),
			name: form.get('name'),
			organiser: form.get('organiser'),
			place: form.get('place'),
			heldOn: readTypedDay(String(form.get('heldOn') ?? '')),
			isRehearsal: form.get('isRehearsal') === 'on'
		});
		if (isRefusal(made)) return failWith(made, locals.language);
		// Rules that are written from nothing come first, otherwise the people.
		redirect(303, `/organise/${made.contestId}/${form.get('template') === 'nothing' ? 'rules' : 'people'}`);
	}
};
