// Running one quiz round: every button is a form that carries the version it saw.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { grantExtraTime } from '#lib/server/usecases/grant-extra-time.ts';
import { openSet } from '#lib/server/usecases/open-set.ts';
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
		if (what === 'grant-extra') {
			const granted = await grantExtraTime(locals.app, locals.seat, {
				contestId: params.contest,
				number: form.get('number'),
				percent: Number(form.get('percent')),
				reason: form.get('reason')
			});
			return isRefusal(granted) ? failWith(granted, locals.language) : { version: granted.version };
		}
		if (what === 'open-set') {
			const opened = await openSet(locals.app, locals.seat, {
				contestId: params.contest,
				roundId: params.round,
				reason: form.get('reason')
			});
			return isRefusal(opened) ? failWith(opened, locals.language) : { version: opened.version };
		}
		const done = await runRound(locals.app, locals.seat, {
			contestId: params.contest,
			roundId: params.round,
			expectedVersion: Number(form.get('version')),
			command: commandFrom(what, form)
		});
		return isRefusal(done) ? failWith(done, locals.language) : { version: done.version };
	}
};

/** What does not fit is left for the use case to refuse. */
function commandFrom(what: string, form: FormData): object {
	const byMs = Number(form.get('byMs'));
	const reason = String(form.get('reason') ?? '').trim();
	if (what === 'extend') return { do: what, byMs };
	if (what === 'reopen') return { do: what, byMs, reason };
	return what === 'pause' && reason !== '' ? { do: what, reason } : { do: what };
}
