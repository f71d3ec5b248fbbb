// Planning a quiz round: questions drawn by seed, or named by their codes.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { createRound } from '#lib/server/usecases/create-round.ts';
import { discardRound } from '#lib/server/usecases/discard-round.ts';
import { setupRound } from '#lib/server/views/setup-round.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const plan = await setupRound(locals.app, locals.seat, params.contest);
	return isRefusal(plan) ? stopWith(plan, locals.language) : { plan };
};

export const actions = {
	create: async ({ request, locals, params }) => {
		const form = await request.formData();
		const codes = String(form.get('codes') ?? '');
		const made = await createRound(locals.app, locals.seat, {
			contestId: params.contest,
			partCode: form.get('partCode'),
			title: form.get('title'),
			pick:
				form.get('pick') === 'codes'
					? { kind: 'codes', codes: codes.split(/[\s,;]+/).filter((code) => code !== '') }
					: { kind: 'draw', seed: form.get('seed'), count: Number(form.get('count')) },
			seal: form.get('seal') === 'on',
			joining: form.get('joining') ?? undefined,
			expectedVersion: Number(form.get('version'))
		});
		if (isRefusal(made)) return failWith(made, locals.language);
		redirect(303, `/organise/${params.contest}/rounds/${made.result.roundId}`);
	},

	discard: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await discardRound(locals.app, locals.seat, { contestId: params.contest, roundId: form.get('round') });
		return isRefusal(done) ? failWith(done, locals.language) : { discarded: true };
	}
};
