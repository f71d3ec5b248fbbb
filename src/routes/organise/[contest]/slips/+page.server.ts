// Printing slips: the secrets are in the answer to the act and nowhere else.
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { foldVietnamese } from '#lib/formats/vietnamese-text.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { issueSlips } from '#lib/server/usecases/issue-slips.ts';
import { setupSlips } from '#lib/server/views/setup-slips.ts';

export const load = async ({ locals, params, url, depends }) => {
	depends('hoithi:contest');
	const slips = await setupSlips(locals.app, locals.seat, params.contest, url.origin);
	if (isRefusal(slips)) stopWith(slips, locals.language);
	const sought = foldVietnamese(url.searchParams.get('q') ?? '');
	const found = slips.contestants.filter(({ number, name, unit }) =>
		foldVietnamese(`${number} ${name} ${unit}`).includes(sought)
	);
	return { slips, found: found.map(({ id }) => id) };
};

export const actions = {
	default: async ({ request, locals, params, url }) => {
		const form = await request.formData();
		const page = await setupSlips(locals.app, locals.seat, params.contest, url.origin);
		if (isRefusal(page)) return failWith(page, locals.language);
		const address = page.addresses.find((known) => known === form.get('address'));
		if (!address) return failWith(refuse('input/not-valid', {}, 'address'), locals.language);
		const chosen = form.getAll('contestant').map(String);
		const done = await issueSlips(locals.app, locals.seat, {
			contestId: params.contest,
			who: chosen.length > 0 ? chosen : form.get('who')
		});
		if (isRefusal(done)) return failWith(done, locals.language);
		return { printed: done.result, address };
	}
};
