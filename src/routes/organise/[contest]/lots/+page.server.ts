// Drawing lots in front of witnesses, and the minutes of it.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { drawLots } from '#lib/server/usecases/draw-lots.ts';
import { setupLots } from '#lib/server/views/setup-lots.ts';

export const load = async ({ locals, params }) => {
	const lots = await setupLots(locals.app, locals.seat, params.contest);
	return isRefusal(lots) ? stopWith(lots, locals.language) : { lots };
};

export const actions = {
	default: async ({ request, locals, params }) => {
		const form = await request.formData();
		const kind = form.get('kind');
		const done = await drawLots(locals.app, locals.seat, {
			contestId: params.contest,
			kind,
			seed: form.get('seed'),
			among: form.get('among') ?? undefined,
			reason: form.get('reason') ?? '',
			expectedVersion: Number(form.get('version'))
		});
		return isRefusal(done) ? failWith(done, locals.language) : { drawn: String(kind) };
	}
};
