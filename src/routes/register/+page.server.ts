// A unit's contact registers its people; which unit that is, the session says.
import { fail, redirect } from '@sveltejs/kit';
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { failWith, refusalAnswer, statusOf, stopWith } from '#lib/server/refusal-answer.ts';
import { attachToRegistration } from '#lib/server/usecases/attach-to-registration.ts';
import { saveRegistration } from '#lib/server/usecases/save-registration.ts';
import { sendRegistration } from '#lib/server/usecases/send-registration.ts';
import { withdrawRegistration } from '#lib/server/usecases/withdraw-registration.ts';
import { ownEntries } from '#lib/server/views/own-entries.ts';
import { ownUnit } from '#lib/server/views/own-unit.ts';

export const load = async ({ locals }) => {
	if (locals.seat.kind !== 'contact') stopWith(refuse('access/link-not-valid'), locals.language);
	const unit = await ownUnit(locals.app, locals.seat);
	const entries = await ownEntries(locals.app, locals.seat);
	if (isRefusal(unit)) stopWith(unit, locals.language);
	return isRefusal(entries) ? stopWith(entries, locals.language) : { unit, entries };
};

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

/** The registration that was on screen; null for a new one. */
function seenIn(form: FormData) {
	const id = text(form, 'id');
	return id === '' ? null : { id, version: Number(form.get('version')) };
}

function personIn(form: FormData) {
	const answers = [...form.entries()].filter(([name]) => name.startsWith('answer '));
	return {
		fullName: text(form, 'fullName'),
		gender: text(form, 'gender'),
		birthDate: text(form, 'birthDate'),
		position: text(form, 'position'),
		phone: text(form, 'phone'),
		email: text(form, 'email'),
		category: text(form, 'category'),
		route: text(form, 'route'),
		isReserve: form.get('isReserve') === 'yes',
		answers: Object.fromEntries(answers.map(([name, value]) => [name.slice('answer '.length), String(value)]))
	};
}

async function save(locals: App.Locals, form: FormData) {
	const [seen, person] = [seenIn(form), personIn(form)];
	const saved = await saveRegistration(locals.app, locals.seat, { ...person, ...(seen && { seen }) });
	return { saved, typed: { ...person, id: seen?.id ?? '', version: seen?.version ?? 0 } };
}

export const actions = {
	save: async ({ request, locals }) => {
		const { saved, typed } = await save(locals, await request.formData());
		if (isRefusal(saved))
			return fail(statusOf(saved.refused), { refusal: refusalAnswer(saved, locals.language), typed });
		redirect(303, '/register?done=saved');
	},

	/** What was typed is kept, also when it is not enough to be sent. */
	send: async ({ request, locals }) => {
		const { saved, typed } = await save(locals, await request.formData());
		if (isRefusal(saved))
			return fail(statusOf(saved.refused), { refusal: refusalAnswer(saved, locals.language), typed });
		const sent = await sendRegistration(locals.app, locals.seat, saved.result);
		if (isRefusal(sent))
			return fail(statusOf(sent.refused), { refusal: refusalAnswer(sent, locals.language), person: saved.result.id });
		redirect(303, '/register?done=sent');
	},

	attach: async ({ request, locals }) => {
		const form = await request.formData();
		const [seen, file] = [seenIn(form), form.get('file')];
		const { name, size, stream } =
			file instanceof File
				? { name: file.name, size: file.size, stream: file.stream() }
				: { name: '', size: 0, stream: null };
		const asked = { ...seen, what: form.get('what') };
		const done = await attachToRegistration(locals.app, locals.seat, asked, { name, size, stream });
		if (isRefusal(done))
			return fail(statusOf(done.refused), { refusal: refusalAnswer(done, locals.language), person: seen?.id ?? '' });
		return { attached: done.result.id, version: done.result.version };
	},

	withdraw: async ({ request, locals }) => {
		const done = await withdrawRegistration(locals.app, locals.seat, seenIn(await request.formData()));
		if (isRefusal(done)) return failWith(done, locals.language);
		redirect(303, `/register?done=${done.result.wasSent ? 'withdrawn' : 'dropped'}`);
	}
};
