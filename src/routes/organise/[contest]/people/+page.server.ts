// People of a contest: roll call, lists, panel and staff.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { addStaff } from '#lib/server/usecases/add-staff.ts';
import { appointJudges } from '#lib/server/usecases/appoint-judges.ts';
import { checkInContestant } from '#lib/server/usecases/check-in-contestant.ts';
import { declareInterest } from '#lib/server/usecases/declare-interest.ts';
import { loadSample } from '#lib/server/usecases/load-sample.ts';
import { placeContestant } from '#lib/server/usecases/place-contestant.ts';
import { removeStaff } from '#lib/server/usecases/remove-staff.ts';
import { renewInvitation } from '#lib/server/usecases/renew-invitation.ts';
import { replaceSlip } from '#lib/server/usecases/replace-slip.ts';
import { seatJudges } from '#lib/server/usecases/seat-judges.ts';
import { invitationMs } from '#lib/server/usecases/sign-in.ts';
import { withdrawInterest } from '#lib/server/usecases/withdraw-interest.ts';
import { setupPeople } from '#lib/server/views/setup-people.ts';
import { printedOrigins, setupSlips } from '#lib/server/views/setup-slips.ts';
import type { Actions } from './$types';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const people = await setupPeople(locals.app, locals.seat, params.contest, url.searchParams.get('q') ?? '');
	return isRefusal(people) ? stopWith(people, locals.language) : { people };
};

interface Invited {
	name?: string;
	displayName?: string;
	login: string;
	invitation: string | null;
}

/** The links as they are shown and printed, once, each with when it ends (ms since the epoch). */
function invitations(people: Invited[], { app }: App.Locals, url: URL) {
	const address = printedOrigins(app, url.origin)[0] ?? url.origin;
	const until = app.clock.now() + invitationMs;
	return people.flatMap(({ name, displayName, login, invitation }) =>
		invitation === null
			? []
			: [{ name: name ?? displayName ?? '', login, link: `${address}/welcome/${invitation}`, until }]
	);
}

/** Ticked sessions and clusters of each panel; none ticked is all of them. */
function limitsOf(form: FormData) {
	return form.getAll('panel').map((panel) => ({
		panel,
		sessions: form.getAll(`session ${panel}`),
		clusters: form.getAll(`cluster ${panel}`)
	}));
}

export const actions: Actions = {
	attendance: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await checkInContestant(locals.app, locals.seat, {
			contestId: params.contest,
			contestantIds: form.getAll('contestant'),
			as: form.get('as'),
			reason: form.get('reason') ?? ''
		});
		if (isRefusal(done)) return failWith(done, locals.language);
		const out = form.get('as');
		if (out !== 'absent' && out !== 'withdrawn') return { noted: done.result.count };
		return { out, contestant: String(form.get('contestant')), before: String(form.get('before')) };
	},

	sample: async ({ locals, params, url }) => {
		const done = await loadSample(locals.app, locals.seat, { contestId: params.contest });
		if (isRefusal(done)) return failWith(done, locals.language);
		return { invitations: invitations(done.judges, locals, url) };
	},

	seat: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await seatJudges(locals.app, locals.seat, {
			contestId: params.contest,
			judge: form.get('judge'),
			panels: form.getAll('panel'),
			limits: limitsOf(form),
			...(form.has('unit') ? { unit: form.get('unit') } : {}),
			seen: form.getAll('seen')
		});
		return isRefusal(done) ? failWith(done, locals.language) : { seated: done.result.judge };
	},

	declareInterest: async ({ request, locals, params }) => {
		const form = await request.formData();
		const about = String(form.get('about') ?? '');
		const kind = about.startsWith('unit ') ? 'unit' : 'contestant';
		const done = await declareInterest(locals.app, locals.seat, {
			contestId: params.contest,
			judge: form.get('judge'),
			about: { [kind]: about.slice(kind.length + 1) },
			reason: form.get('reason')
		});
		return isRefusal(done) ? failWith(done, locals.language) : { interest: 'declared' as const };
	},

	withdrawInterest: async ({ request, locals, params }) => {
		const form = await request.formData();
		const asked = { contestId: params.contest, interestId: form.get('interest'), reason: form.get('reason') };
		const done = await withdrawInterest(locals.app, locals.seat, asked);
		return isRefusal(done) ? failWith(done, locals.language) : { interest: 'withdrawn' as const };
	},

	place: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await placeContestant(locals.app, locals.seat, {
			contestId: params.contest,
			contestantId: form.get('contestant'),
			category: form.get('category') ?? '',
			cluster: form.get('cluster') ?? '',
			team: form.get('team') ?? '',
			mayWin: form.get('noAward') !== 'yes',
			route: form.get('route'),
			seen: {
				category: form.get('seenCategory') ?? '',
				cluster: form.get('seenCluster') ?? '',
				team: form.get('seenTeam') ?? '',
				mayWin: form.get('seenNoAward') !== 'yes',
				route: form.get('seenRoute')
			}
		});
		return isRefusal(done) ? failWith(done, locals.language) : { placed: done.result.number };
	},

	appoint: async ({ locals, params, url }) => {
		const done = await appointJudges(locals.app, locals.seat, { contestId: params.contest });
		if (isRefusal(done)) return failWith(done, locals.language);
		return { invitations: invitations(done, locals, url) };
	},

	add: async ({ request, locals, params, url }) => {
		const form = await request.formData();
		const done = await addStaff(locals.app, locals.seat, {
			contestId: params.contest,
			login: form.get('login'),
			displayName: form.get('displayName'),
			role: form.get('role')
		});
		if (isRefusal(done)) return failWith(done, locals.language);
		return {
			added: done.displayName,
			invitations: invitations([done], locals, url)
		};
	},

	renew: async ({ request, locals, params, url }) => {
		const form = await request.formData();
		const done = await renewInvitation(locals.app, locals.seat, {
			contestId: params.contest,
			accountId: form.get('account')
		});
		if (isRefusal(done)) return failWith(done, locals.language);
		return { invitations: invitations([done], locals, url) };
	},

	remove: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await removeStaff(locals.app, locals.seat, {
			contestId: params.contest,
			accountId: form.get('account'),
			role: form.get('role')
		});
		if (isRefusal(done)) return failWith(done, locals.language);
		const said = (name: string) => String(form.get(name) ?? '');
		return { removed: { login: said('login'), displayName: said('displayName'), role: said('role') } };
	},

	replace: async ({ request, locals, params, url }) => {
		const form = await request.formData();
		const slip = await replaceSlip(locals.app, locals.seat, {
			contestId: params.contest,
			contestantId: form.get('contestant')
		});
		if (isRefusal(slip)) return failWith(slip, locals.language);
		const slips = await setupSlips(locals.app, locals.seat, params.contest, url.origin);
		if (isRefusal(slips)) return failWith(slips, locals.language);
		return { slip, contest: slips.contest, address: slips.addresses[0] ?? url.origin };
	}
};
