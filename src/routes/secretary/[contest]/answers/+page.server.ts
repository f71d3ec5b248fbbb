// Entering an answer for a contestant: finds the person, shows the open question, posts to the use case.
import { fail } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { enterAnswer } from '#lib/server/usecases/enter-answer.ts';
import { answerEntry } from '#lib/server/views/answer-entry.ts';
import { readEntryFields } from './entry-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const search = url.searchParams.get('q') ?? '';
	const chosenId = url.searchParams.get('who');
	const entry = await answerEntry(locals.app, locals.seat, params.contest, { search, chosenId });
	if (isRefusal(entry)) stopWith(entry, locals.language);
	// Posted again after a lost answer, the same operation is stored once.
	return { entry, search, operation: crypto.randomUUID(), serverNow: locals.app.clock.now() };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const fields = readEntryFields(form);
		const entered = await enterAnswer(locals.app, locals.seat, params.contest, fields);
		if (!isRefusal(entered)) return { entered };
		const { status, data } = failWith(entered, locals.language);
		return fail(status, { ...data, of: `${fields.questionId} ${fields.contestantId}` });
	}
};
