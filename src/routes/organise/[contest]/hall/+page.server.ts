// Directing the projector: one action, the state it should show.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { directHall } from '#lib/server/usecases/direct-hall.ts';
import { hallDirection } from '#lib/server/views/hall-direction.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const direction = await hallDirection(locals.app, locals.seat, params.contest);
	if (isRefusal(direction)) stopWith(direction, locals.language);
	return { direction };
};

export const actions = {
	default: async ({ request, locals, params }) => {
		const form = await request.formData();
		const show = form.get('show');
		const hall = show === 'ceremony' ? { show, step: Number(form.get('step')) } : { show };
		const directed = await directHall(locals.app, locals.seat, { contestId: params.contest, hall });
		return isRefusal(directed) ? failWith(directed, locals.language) : { version: directed.version };
	}
};
