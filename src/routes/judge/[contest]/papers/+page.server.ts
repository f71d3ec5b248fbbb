// The head judge's differing papers: reads them, locks a sheet with the chosen values, or has it typed anew.
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { retypePaperSheet } from '#lib/server/usecases/retype-paper-sheet.ts';
import { settlePaperSheet } from '#lib/server/usecases/settle-paper-sheet.ts';
import { differencesDesk } from '#lib/server/views/paper-differences.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const desk = await differencesDesk(locals.app, locals.seat, params.contest);
	if (isRefusal(desk)) stopWith(desk, locals.language);
	return { desk };
};

export const actions: Actions = {
	settle: async ({ locals, params, request }) => {
		const form = await request.formData();
		const chosen = Object.fromEntries(
			[...form].flatMap(([name, value]) => (name.startsWith('choose.') ? [[name.slice(7), Number(value)]] : []))
		);
		const [paperId, reason] = [form.get('paperId'), form.get('reason')];
		const asked = { contestId: params.contest, paperId, chosen, reason };
		const settled = await settlePaperSheet(locals.app, locals.seat, asked);
		return isRefusal(settled) ? failWith(settled, locals.language) : { total: settled.result.total };
	},
	retype: async ({ locals, params, request }) => {
		const form = await request.formData();
		const asked = { contestId: params.contest, paperId: form.get('paperId'), reason: form.get('reason') };
		const anew = await retypePaperSheet(locals.app, locals.seat, asked);
		return isRefusal(anew) ? failWith(anew, locals.language) : { isRetyped: true };
	}
};
