// Running one quiz round: every button is a form that carries the version it saw.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { runRound } from '#lib/server/usecases/run-round.ts';
import { readRoundDesk } from '#lib/server/views/round-desk.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const desk = await readRoundDesk(locals.app, locals.seat, params.contest, params.round);
	if (isRefusal(desk)) stopWith(desk, locals.language);
	return { desk, serverNow: locals.app.clock.now() };
};

export const actions = {
	default: async ({ request, locals, params }) => {
		const form = await request.formData();
		const what = String(form.get('do') ?? '');
		const done = await runRound(locals.app, locals.seat, {
			contestId: params.contest,
			roundId: params.round,
			expectedVersion: Number(form.get('version')),
			command: what === 'extend' ? { do: what, byMs: Number(form.get('byMs')) } : { do: what }
		});
		return isRefusal(done) ? failWith(done, locals.language) : { version: done.version };
	}
};
