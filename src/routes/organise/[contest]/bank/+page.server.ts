// The bank: questions, topics, situations and rubrics; keys only when asked for.
import { bankPolicies, questionStates } from '#lib/contest/bank/life.ts';
import { questionKinds } from '#lib/contest/question.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { chooseBankPolicy } from '#lib/server/usecases/choose-bank-policy.ts';
import { previewExport } from '#lib/server/usecases/export-bank.ts';
import { stepQuestions } from '#lib/server/usecases/step-questions.ts';
import { setupBank } from '#lib/server/views/setup-bank.ts';
import { levels } from './bank-words.ts';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const withKeys = asked('keys') === 'shown';
	const level = levels.find((each) => each === asked('level'));
	const number = Number(asked('page'));
	const page = Number.isSafeInteger(number) && number > 0 ? number : 1;
	const twins = asked('show') === 'twins';
	const bank = await setupBank(locals.app, locals.seat, params.contest, {
		withKeys,
		search: asked('q'),
		filter: {
			topic: asked('topic') || null,
			difficulty: level === undefined ? null : Number(level),
			kind: questionKinds.find((kind) => kind === asked('kind')) ?? null,
			state: questionStates.find((state) => state === asked('state')) ?? null
		},
		twins,
		page
	});
	if (isRefusal(bank)) stopWith(bank, locals.language);
	const to = asked('to');
	const report = to === '' ? null : await previewExport(locals.app, locals.seat, { contestId: params.contest, to });
	if (isRefusal(report)) stopWith(report, locals.language);
	return { bank, withKeys, page, twins, report };
};

export const actions = {
	step: async ({ request, locals, params }) => {
		const form = await request.formData();
		const questions = form.getAll('question').map((chosen) => {
			const [version = '', ...code] = String(chosen).split(' ');
			return { code: code.join(' '), version: Number(version) };
		});
		const done = await stepQuestions(locals.app, locals.seat, {
			contestId: params.contest,
			step: form.get('step'),
			questions
		});
		return isRefusal(done) ? failWith(done, locals.language) : { stepped: done.result };
	},

	policy: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await chooseBankPolicy(locals.app, locals.seat, {
			contestId: params.contest,
			policy: bankPolicies.find((policy) => policy === form.get('policy')),
			expectedVersion: Number(form.get('version'))
		});
		return isRefusal(done) ? failWith(done, locals.language) : { policy: done.result };
	}
};
