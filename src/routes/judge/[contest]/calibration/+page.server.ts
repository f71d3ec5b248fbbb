// A judge's samples: shows one, saves drafts field by field, submits; the same forms as sheets that count. It must not know any rule of marking.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { saveSample } from '#lib/server/usecases/save-sample.ts';
import { setSigningPin } from '#lib/server/usecases/sign-with-pin.ts';
import { submitSample } from '#lib/server/usecases/submit-sample.ts';
import { ownSamples } from '#lib/server/views/own-samples.ts';
import { readSheetFields } from '../../sheet-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const own = await ownSamples(locals.app, locals.seat, params.contest, url.searchParams.get('turn'));
	return isRefusal(own) ? stopWith(own, locals.language) : { own };
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const { turnId, ...fields } = readSheetFields(await request.formData());
		const asked = { contestId: params.contest, calibrationId: turnId, ...fields };
		const saved = await saveSample(locals.app, locals.seat, asked);
		return isRefusal(saved) ? failWith(saved, locals.language) : { saved };
	},
	lock: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { turnId, version, operation, marks, comments } = readSheetFields(form);
		const asked = { contestId: params.contest, calibrationId: turnId, version };
		if (Object.keys(marks).length + Object.keys(comments).length > 0) {
			const saved = await saveSample(locals.app, locals.seat, { ...asked, operation, marks, comments });
			if (isRefusal(saved)) return failWith(saved, locals.language);
			asked.version = String(saved.version);
		}
		const [pin, password] = [form.get('pin') ?? '', form.get('password')];
		const set = password === null || (await setSigningPin(locals.app, locals.seat, { pin, password }));
		if (isRefusal(set)) return failWith(set, locals.language);
		const submitted = await submitSample(locals.app, locals.seat, { ...asked, pin });
		return isRefusal(submitted) ? failWith(submitted, locals.language) : { submitted: submitted.result };
	}
};
