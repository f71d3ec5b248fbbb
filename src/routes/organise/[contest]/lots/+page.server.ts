// Drawing lots in front of witnesses: the list is frozen, then the numbers are said; and the minutes of it.
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { signingLines } from '#lib/contest/paper/letterhead.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { drawLots } from '#lib/server/usecases/draw-lots.ts';
import { freezeLots } from '#lib/server/usecases/freeze-lots.ts';
import { contestLetterhead } from '#lib/server/views/contest-letterhead.ts';
import { setupLots } from '#lib/server/views/setup-lots.ts';
import { readSlots } from './read-slots.ts';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const lots = await setupLots(locals.app, locals.seat, params.contest, {
		stage: url.searchParams.get('stage'),
		session: url.searchParams.get('session')
	});
	if (isRefusal(lots)) stopWith(lots, locals.language);
	// In Vietnamese, whoever prints them; day and number by hand: those of the letterhead are of the minutes of marking.
	const written = await contestLetterhead(locals.app, locals.seat, params.contest, 'vi');
	if (isRefusal(written)) stopWith(written, locals.language);
	const { letterhead } = written;
	return {
		lots,
		letterhead,
		committee: signingLines(letterhead, letterhead.committee, 'vi'),
		head: paperHead({ letterhead, kind: 'BB', day: null, language: 'vi', isOneOfMany: true })
	};
};

export const actions = {
	freeze: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await freezeLots(locals.app, locals.seat, {
			contestId: params.contest,
			...placeOf(form),
			kind: form.get('kind'),
			among: form.get('among'),
			unitsApart: form.has('apart'),
			slots: readSlots(String(form.get('slots') ?? '')),
			reason: form.get('reason') ?? '',
			expectedVersion: Number(form.get('version'))
		});
		return isRefusal(done) ? failWith(done, locals.language) : {};
	},
	draw: async ({ request, locals, params }) => {
		const form = await request.formData();
		const said = form.getAll('said').map(String);
		const done = await drawLots(locals.app, locals.seat, {
			contestId: params.contest,
			...placeOf(form),
			kind: form.get('kind'),
			witnesses: form
				.getAll('witness')
				.map((name, at) => ({ name: String(name), said: said[at] ?? '' }))
				.filter(({ name, said: number }) => name.trim() !== '' || number.trim() !== ''),
			expectedVersion: Number(form.get('version'))
		});
		return isRefusal(done) ? failWith(done, locals.language) : {};
	}
};

/** The stage and session the form was shown for; empty is none. */
function placeOf(form: FormData) {
	return { stage: form.get('stage') || undefined, session: form.get('session') || undefined };
}
