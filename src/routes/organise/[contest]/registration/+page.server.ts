// Registration by the units: the queue, units with their links, and what is asked.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { approveRegistration } from '#lib/server/usecases/approve-registration.ts';
import { issueContactLinks, removeContact, voidContactLink } from '#lib/server/usecases/issue-contact-links.ts';
import { letReserveStepIn } from '#lib/server/usecases/let-reserve-step-in.ts';
import { returnRegistration } from '#lib/server/usecases/return-registration.ts';
import { saveUnitContact } from '#lib/server/usecases/save-unit-contact.ts';
import { setRegistrationTerms } from '#lib/server/usecases/set-registration-terms.ts';
import { setUnitTerms } from '#lib/server/usecases/set-unit-terms.ts';
import { registrationDesk } from '#lib/server/views/registration-desk.ts';
import { printedOrigins } from '#lib/server/views/setup-slips.ts';
import type { Actions } from './$types';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const desk = await registrationDesk(locals.app, locals.seat, params.contest);
	return isRefusal(desk) ? stopWith(desk, locals.language) : { desk };
};

/** The registration as it was on screen. */
const seenIn = (form: FormData, contestId: string) => ({
	contestId,
	id: form.get('id'),
	version: Number(form.get('version'))
});

/** One entry for each question of the form, in its order. */
function questionsIn(form: FormData) {
	const all = (name: string) => form.getAll(name).map(String);
	const [kinds, texts, choices] = [all('questionKind'), all('questionText'), all('questionChoices')];
	const required = new Set(all('questionRequired'));
	return all('questionId').map((id, at) => ({
		id,
		kind: kinds[at],
		text: texts[at],
		choices: (choices[at] ?? '').split('\n').filter((line) => line.trim() !== ''),
		isRequired: required.has(String(at))
	}));
}

export const actions: Actions = {
	approve: async ({ request, locals, params }) => {
		const form = await request.formData();
		const number = form.get('number');
		const as = number === null ? form.get('as') : { number };
		const done = await approveRegistration(locals.app, locals.seat, { ...seenIn(form, params.contest), as });
		return isRefusal(done) ? failWith(done, locals.language) : { approved: done.result };
	},

	return: async ({ request, locals, params }) => {
		const form = await request.formData();
		const asked = { ...seenIn(form, params.contest), reason: form.get('reason') };
		const done = await returnRegistration(locals.app, locals.seat, asked);
		return isRefusal(done) ? failWith(done, locals.language) : { returned: done.result };
	},

	stepIn: async ({ request, locals, params }) => {
		const form = await request.formData();
		const asked = { ...seenIn(form, params.contest), inPlaceOf: form.get('inPlaceOf') };
		const done = await letReserveStepIn(locals.app, locals.seat, asked);
		return isRefusal(done) ? failWith(done, locals.language) : { steppedIn: done.result };
	},

	links: async ({ request, locals, params, url }) => {
		const form = await request.formData();
		const [unit, contact] = [form.get('unit'), form.get('contact')];
		const whose = contact === null ? { units: unit === null ? 'missing' : [unit] } : { contact };
		const done = await issueContactLinks(locals.app, locals.seat, { contestId: params.contest, ...whose });
		if (isRefusal(done)) return failWith(done, locals.language);
		const address = printedOrigins(locals.app, url.origin)[0] ?? url.origin;
		return {
			links: done.result.map(({ unit, name, link }) => ({ unit: unit.name, name, link: `${address}/u/${link}` }))
		};
	},

	void: async ({ request, locals, params }) => {
		const contact = (await request.formData()).get('contact');
		const done = await voidContactLink(locals.app, locals.seat, { contestId: params.contest, contact });
		return isRefusal(done) ? failWith(done, locals.language) : { voided: done.result };
	},

	remove: async ({ request, locals, params }) => {
		const contact = (await request.formData()).get('contact');
		const done = await removeContact(locals.app, locals.seat, { contestId: params.contest, contact });
		return isRefusal(done) ? failWith(done, locals.language) : { removed: done.result };
	},

	contact: async ({ request, locals, params }) => {
		const form = await request.formData();
		const fields = ['unit', 'contact', 'name', 'phone', 'email'] as const;
		const asked = Object.fromEntries(fields.map((name) => [name, form.get(name)]));
		const done = await saveUnitContact(locals.app, locals.seat, { contestId: params.contest, ...asked });
		return isRefusal(done) ? failWith(done, locals.language) : { contactSaved: done.result };
	},

	unit: async ({ request, locals, params }) => {
		const form = await request.formData();
		const fields = ['unit', 'quota', 'validFrom', 'validUntil'] as const;
		const asked = Object.fromEntries(fields.map((name) => [name, form.get(name)]));
		const done = await setUnitTerms(locals.app, locals.seat, { contestId: params.contest, ...asked });
		return isRefusal(done) ? failWith(done, locals.language) : { unitSaved: done.result };
	},

	terms: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await setRegistrationTerms(locals.app, locals.seat, {
			contestId: params.contest,
			opensAt: form.get('opensAt'),
			closesAt: form.get('closesAt'),
			reserves: Number(form.get('reserves') || 0),
			questions: questionsIn(form),
			wantsPhoto: form.get('wantsPhoto') === 'yes',
			wantsConfirmation: form.get('wantsConfirmation') === 'yes',
			seen: Number(form.get('seen'))
		});
		return isRefusal(done) ? failWith(done, locals.language) : { termsSaved: true };
	}
};
