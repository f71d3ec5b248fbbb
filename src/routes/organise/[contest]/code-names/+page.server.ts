// Code names: who has which, drawn by chance or written.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { drawCodeNames, writeCodeNames } from '#lib/server/usecases/draw-code-names.ts';
import { showCodeNames } from '#lib/server/usecases/show-code-names.ts';
import { codeNameList } from '#lib/server/views/code-name-list.ts';
import type { Actions } from './$types';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const list = await codeNameList(locals.app, locals.seat, params.contest, url.searchParams.get('q') ?? '');
	return isRefusal(list) ? stopWith(list, locals.language) : { list };
};

export const actions: Actions = {
	draw: async ({ locals, params }) => {
		const done = await drawCodeNames(locals.app, locals.seat, { contestId: params.contest });
		return isRefusal(done) ? failWith(done, locals.language) : { drawn: done.result.count };
	},

	hall: async ({ request, locals, params }) => {
		const shown = (await request.formData()).get('shown') === 'yes';
		const done = await showCodeNames(locals.app, locals.seat, { contestId: params.contest, shown });
		return isRefusal(done) ? failWith(done, locals.language) : { hall: shown };
	},

	write: async ({ request, locals, params }) => {
		const form = await request.formData();
		const ids = form.getAll('contestant');
		const [names, seen] = [form.getAll('codeName'), form.getAll('seen')];
		const done = await writeCodeNames(locals.app, locals.seat, {
			contestId: params.contest,
			names: ids.map((contestantId, at) => ({ contestantId, codeName: names[at], seen: seen[at] }))
		});
		return isRefusal(done) ? failWith(done, locals.language) : { saved: done.result.count };
	}
};
