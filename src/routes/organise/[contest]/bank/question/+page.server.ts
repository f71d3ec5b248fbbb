// One question with its versions: what became of each, and the next step.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { stepQuestions } from '#lib/server/usecases/step-questions.ts';
import { questionPage } from '#lib/server/views/question-page.ts';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const wish = { code: url.searchParams.get('code') ?? '', withKeys: url.searchParams.get('keys') === 'shown' };
	const question = await questionPage(locals.app, locals.seat, params.contest, wish);
	if (isRefusal(question)) stopWith(question, locals.language);
	return { question, withKeys: wish.withKeys, saved: Number(url.searchParams.get('saved')) };
};

export const actions = {
	default: async ({ request, locals, params }) => {
		const form = await request.formData();
		const step = form.get('step');
		const done = await stepQuestions(locals.app, locals.seat, {
			contestId: params.contest,
			step,
			questions: [{ code: form.get('code'), version: Number(form.get('version')) }],
			...(step === 'retire' && { reason: form.get('reason') })
		});
		return isRefusal(done) ? failWith(done, locals.language) : { stepped: done.result };
	}
};
