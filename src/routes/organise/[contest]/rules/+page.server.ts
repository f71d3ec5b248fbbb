// The rules of the contest: what the editor begins with, saving a version, and reading a file, which writes nothing.
import { fail } from '@sveltejs/kit';
import { isRefusal, refuse } from '#lib/contest/refusal.ts';
import { readRulesFile } from '#lib/formats/rules-file/read-rules-file.ts';
import { refuseUnless } from '#lib/server/permissions.ts';
import { failWith, refusalAnswer, statusOf, stopWith } from '#lib/server/refusal-answer.ts';
import { reviseRules } from '#lib/server/usecases/revise-rules.ts';
import { readRulesDesk } from '#lib/server/views/rules-desk.ts';

export const load = async ({ locals, params, depends }) => {
	depends('hoithi:contest');
	const desk = await readRulesDesk(locals.app, locals.seat, params.contest);
	return isRefusal(desk) ? stopWith(desk, locals.language) : { desk };
};

export const actions = {
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const done = await reviseRules(locals.app, locals.seat, {
			contestId: params.contest,
			document: String(form.get('document') ?? ''),
			expectedRulesVersion: Number(form.get('version')),
			reason: String(form.get('reason') ?? '')
		});
		if (!isRefusal(done)) return { saved: done.result.version };
		const conflict = done.refused === 'contest/moved-on';
		return fail(statusOf(done.refused), { refusal: refusalAnswer(done, locals.language), conflict });
	},

	read: async ({ request, locals, params }) => {
		const refusal = refuseUnless(locals.seat, 'contest:edit', params.contest);
		if (refusal) return failWith(refusal, locals.language);
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.name === '') return failWith(refuse('import/empty'), locals.language);
		const reading = readRulesFile(new Uint8Array(await file.arrayBuffer()));
		if (reading.ok) return { read: reading.value };
		const problems = reading.problems.map(({ path, message }) => ({ path, message: message[locals.language] }));
		return fail(422, { problems });
	}
};
