// Drawing questions by a table of topics and levels: looked at first, then taken as a round, or sealed unseen.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { createRound } from '#lib/server/usecases/create-round.ts';
import { previewDraw } from '#lib/server/usecases/preview-draw.ts';
import { drawDesk } from '#lib/server/views/draw-desk.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const desk = await drawDesk(locals.app, locals.seat, params.contest);
	return isRefusal(desk) ? stopWith(desk, locals.language) : { desk };
};

export const actions = {
	preview: async ({ request, locals, params }) => {
		const form = await request.formData();
		const preview = await previewDraw(locals.app, locals.seat, {
			contestId: params.contest,
			seed: form.get('seed'),
			table: tableOf(form)
		});
		return isRefusal(preview) ? failWith(preview, locals.language) : { preview };
	},

	create: async ({ request, locals, params }) => {
		const form = await request.formData();
		const made = await createRound(locals.app, locals.seat, {
			contestId: params.contest,
			partCode: form.get('partCode'),
			title: form.get('title'),
			pick: { kind: 'table', seed: form.get('seed'), table: tableOf(form) },
			seal: form.get('seal') === 'on',
			expectedVersion: Number(form.get('version'))
		});
		if (isRefusal(made)) return failWith(made, locals.language);
		redirect(303, `/organise/${params.contest}/rounds/${made.result.roundId}`);
	}
};

/** Cells are named by level and topic; empty ones draw nothing. */
function tableOf(form: FormData): object[] {
	return [...form].flatMap(([name, value]) => {
		const cell = /^n([1-3]) (.*)$/s.exec(name);
		const count = Number(value);
		return cell && count !== 0 ? [{ topic: cell[2] ?? '', difficulty: Number(cell[1]), count }] : [];
	});
}
