// The page of the master of ceremonies: the stage as it may be read out, and turning the projector off and on.
import { isRefusal } from '#lib/contest/refusal.ts';
import { may } from '#lib/server/permissions.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { directHall } from '#lib/server/usecases/direct-hall.ts';
import { hallSnapshot } from '#lib/server/views/hall-snapshot.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const snapshot = await hallSnapshot(locals.app, locals.seat, 'mc', params.contest);
	if (isRefusal(snapshot)) stopWith(snapshot, locals.language);
	const { seat } = locals;
	return {
		snapshot,
		can: {
			direct: may(seat, 'hall:direct', params.contest),
			openPoints: may(seat, 'results:publish', params.contest)
		}
	};
};

export const actions: Actions = {
	direct: async ({ locals, params, request }) => {
		const fields = await request.formData();
		const show = fields.get('show');
		const hall = fields.has('step') ? { show, step: Number(fields.get('step')) } : { show };
		const directed = await directHall(locals.app, locals.seat, { contestId: params.contest, hall });
		return isRefusal(directed) ? failWith(directed, locals.language) : { directed: true };
	}
};
