// Writing a question, or a new version of one: the form shows the key, so it is a page of its own.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { refuseUnless } from '#lib/server/permissions.ts';
import { writeQuestion } from '#lib/server/usecases/write-question.ts';
import { questionPage } from '#lib/server/views/question-page.ts';

export const load = async ({ locals, params, url }) => {
	const refusal = refuseUnless(locals.seat, 'bank:edit', params.contest);
	if (refusal) stopWith(refusal, locals.language);
	const code = url.searchParams.get('code');
	if (code === null) return { question: null };
	const question = await questionPage(locals.app, locals.seat, params.contest, { code, withKeys: true });
	return isRefusal(question) ? stopWith(question, locals.language) : { question };
};

export const actions = {
	default: async ({ request, locals, params }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const all = (name: string) => form.getAll(name).map(String);
		const given = form.get('picture');
		const file =
			given instanceof File && given.size > 0 ? { name: given.name, size: given.size, stream: given.stream() } : null;
		const question = {
			contestId: params.contest,
			expects: Number(text('expects')),
			form: {
				code: text('code'),
				topic: text('topic'),
				difficulty: text('difficulty'),
				kind: text('kind'),
				text: text('text'),
				options: all('option'),
				sides: all('side'),
				right: text('kind') === 'ordering' ? inOrder(all('place')) : all('right'),
				value: text('value'),
				tolerance: text('tolerance'),
				wordings: text('wordings'),
				seconds: text('seconds'),
				explanation: text('explanation')
			},
			picture: { keep: form.get('takeAway') === null, alt: text('alt') },
			source: { document: text('document'), article: text('article'), page: text('page') }
		};
		const written = await writeQuestion(locals.app, locals.seat, question, file);
		if (isRefusal(written)) return failWith(written, locals.language);
		const { code, version } = written.result;
		const query = new URLSearchParams({ code, saved: String(version) });
		redirect(303, `/organise/${params.contest}/bank/question?${query}`);
	}
};

/** Places from 1, one for each option from A, become the letters in that order; who left one empty leaves the letter out. */
function inOrder(places: string[]): string[] {
	return places
		.map((place, at) => ({ letter: String.fromCharCode(65 + at), place: place.trim() }))
		.filter(({ place }) => place !== '')
		.sort((one, other) => Number(one.place) - Number(other.place))
		.map(({ letter }) => letter);
}
