// Trial marking: a sample is put before the judges of a part, and the trial is closed; it must not know any mark.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { closeCalibration } from '#lib/server/usecases/close-calibration.ts';
import { setCalibration } from '#lib/server/usecases/set-calibration.ts';
import { calibrationDesk } from '#lib/server/views/calibration-desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const desk = await calibrationDesk(locals.app, locals.seat, params.contest);
	return isRefusal(desk) ? stopWith(desk, locals.language) : { desk };
};

export const actions: Actions = {
	set: async ({ request, locals, params }) => {
		const form = await request.formData();
		const [part, title, sample] = [form.get('part'), form.get('title'), form.get('sample')];
		const done = await setCalibration(locals.app, locals.seat, { contestId: params.contest, part, title, sample });
		return isRefusal(done) ? failWith(done, locals.language) : { set: true };
	},

	close: async ({ request, locals, params }) => {
		const calibrationId = (await request.formData()).get('calibration');
		const done = await closeCalibration(locals.app, locals.seat, { contestId: params.contest, calibrationId });
		return isRefusal(done) ? failWith(done, locals.language) : { closed: done.result.title };
	}
};
