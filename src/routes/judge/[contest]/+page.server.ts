// The judge's desk: shows one sheet, saves drafts field by field, submits, and goes over to paper and back; it must not know any rule of marking.
import { redirect } from '@sveltejs/kit';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { declareInterest } from '#lib/server/usecases/declare-interest.ts';
import { lockScoresheet } from '#lib/server/usecases/lock-scoresheet.ts';
import { moveToPaper } from '#lib/server/usecases/move-to-paper.ts';
import { returnToScreen } from '#lib/server/usecases/return-to-screen.ts';
import { saveScoresheet } from '#lib/server/usecases/save-scoresheet.ts';
import { setSigningPin } from '#lib/server/usecases/sign-with-pin.ts';
import { judgeDesk } from '#lib/server/views/judge-desk.ts';
import { readSampleLines } from '#lib/server/views/own-samples.ts';
import { readSheetFields } from '../sheet-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const wanted = url.searchParams.get('turn');
	const desk = await judgeDesk(locals.app, locals.seat, params.contest, wanted, url.searchParams.get('stage'));
	if (isRefusal(desk)) stopWith(desk, locals.language);
	// The address names the sheet, so that news from the stage never turns the page under a judge who is marking.
	if (desk.sheet && desk.sheet.turn.turnId !== wanted) redirect(303, `?turn=${desk.sheet.turn.turnId}`);
	const { sheets, ...shown } = desk;
	// After the page itself, which must not wait for the sheets a judge may open without a network.
	return {
		desk: shown,
		samples: await readSampleLines(locals.app, locals.seat, params.contest),
		ahead: Promise.resolve(sheets)
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request }) => {
		const fields = readSheetFields(await request.formData());
		const saved = await saveScoresheet(locals.app, locals.seat, { contestId: params.contest, ...fields });
		return isRefusal(saved) ? failWith(saved, locals.language) : { saved };
	},
	lock: async ({ locals, params, request }) => {
		const form = await request.formData();
		const { operation, marks, comments, ...sheet } = readSheetFields(form);
		const asked = { contestId: params.contest, ...sheet };
		if (Object.keys(marks).length + Object.keys(comments).length > 0) {
			const saved = await saveScoresheet(locals.app, locals.seat, { ...asked, operation, marks, comments });
			if (isRefusal(saved)) return failWith(saved, locals.language);
			asked.version = String(saved.version);
		}
		const [pin, password] = [form.get('pin') ?? '', form.get('password')];
		const set = password === null || (await setSigningPin(locals.app, locals.seat, { pin, password }));
		if (isRefusal(set)) return failWith(set, locals.language);
		const locked = await lockScoresheet(locals.app, locals.seat, { ...asked, pin });
		return isRefusal(locked) ? failWith(locked, locals.language) : { locked: locked.result };
	},
	declareInterest: async ({ locals, params, request }) => {
		const form = await request.formData();
		const about = { contestant: form.get('number') };
		const asked = { contestId: params.contest, about, reason: form.get('reason') };
		const declared = await declareInterest(locals.app, locals.seat, asked);
		return isRefusal(declared) ? failWith(declared, locals.language) : { declared: true };
	},
	toPaper: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [turnId, version, reason] = [form.get('turnId'), form.get('version'), form.get('reason')];
		const moved = await moveToPaper(locals.app, locals.seat, { contestId: params.contest, turnId, version, reason });
		return isRefusal(moved) ? failWith(moved, locals.language) : { moved: true };
	},
	toScreen: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { contestId: params.contest, turnId: form.get('turnId'), reason: form.get('reason') };
		const returned = await returnToScreen(locals.app, locals.seat, asked);
		return isRefusal(returned) ? failWith(returned, locals.language) : { returned: returned.result };
	}
};
