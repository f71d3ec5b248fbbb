// Entries: what is asked, what was handed in; files themselves come by ./file and go by ./[version] and ./archive.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { askForEntry } from '#lib/server/usecases/ask-for-entry.ts';
import { chooseVersion } from '#lib/server/usecases/choose-version.ts';
import { entriesDesk } from '#lib/server/views/entries-desk.ts';
import type { Actions } from './$types';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const entries = await entriesDesk(locals.app, locals.seat, params.contest);
	return isRefusal(entries) ? stopWith(entries, locals.language) : { entries };
};

export const actions: Actions = {
	ask: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await askForEntry(locals.app, locals.seat, {
			contestId: params.contest,
			requestId: form.get('requestId') ?? '',
			part: form.get('part'),
			title: form.get('title'),
			note: form.get('note') ?? '',
			kinds: form.getAll('kind'),
			megabytes: form.get('megabytes'),
			due: form.get('due') ?? '',
			late: form.get('late'),
			latePoints: form.get('latePoints') ?? '',
			latePart: form.get('latePart') ?? '',
			isAnonymous: form.get('isAnonymous') === 'yes',
			markBy: form.get('markBy') ?? ''
		});
		return isRefusal(done) ? failWith(done, locals.language) : { asked: true };
	},

	choose: async ({ request, locals, params }) => {
		const form = await request.formData();
		const chosen = { contestId: params.contest, versionId: form.get('version'), reason: form.get('reason') };
		const done = await chooseVersion(locals.app, locals.seat, chosen);
		return isRefusal(done) ? failWith(done, locals.language) : { chosen: done.result.version };
	}
};
