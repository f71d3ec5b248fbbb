// The result for its organisers: what is missing, ranking, awards; publishing, and who may see standings.
import { isRefusal, type Refusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { publishResult } from '#lib/server/usecases/publish-result.ts';
import { showStandings } from '#lib/server/usecases/show-standings.ts';
import { resultPreview } from '#lib/server/views/result-preview.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const preview = await resultPreview(locals.app, locals.seat, params.contest);
	if (isRefusal(preview)) stopWith(preview, locals.language);
	return { preview };
};

export const actions = {
	publish: async ({ request, locals, params }) => {
		const form = await request.formData();
		const published = await publishResult(locals.app, locals.seat, {
			contestId: params.contest,
			expectedVersion: Number(form.get('version')),
			confirmName: String(form.get('confirmName') ?? '')
		});
		return answer(published, locals.language);
	},
	show: async ({ request, locals, params }) => {
		const form = await request.formData();
		const shown = await showStandings(locals.app, locals.seat, {
			contestId: params.contest,
			to: form.get('to'),
			shown: form.get('shown') === 'yes'
		});
		return answer(shown, locals.language);
	}
};

function answer(result: object | Refusal, language: 'vi' | 'en') {
	return isRefusal(result) ? failWith(result, language) : { saved: true };
}
