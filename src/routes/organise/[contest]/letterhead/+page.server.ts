// Reading and writing what the contest's papers have in common.
import { paperKinds } from '#lib/contest/paper/letterhead-forms.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { failWith, stopWith } from '#lib/server/refusal-answer.ts';
import { writeLetterhead } from '#lib/server/usecases/write-letterhead.ts';
import { contestLetterhead } from '#lib/server/views/contest-letterhead.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await contestLetterhead(locals.app, locals.seat, params.contest, 'vi');
	if (isRefusal(found)) stopWith(found, locals.language);
	return found;
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const letterhead = {
			...pick(form, ['form', 'place', 'headJudge', 'secretary']),
			committee: issuerOf(form, 'committee'),
			authority: issuerOf(form, 'authority'),
			numbers: Object.fromEntries(
				paperKinds.map((kind) => [kind, { number: form.get(`number.${kind}`), day: form.get(`day.${kind}`) }])
			),
			grounds: linesOf(form.get('grounds')),
			recipients: linesOf(form.get('recipients'))
		};
		const written = await writeLetterhead(locals.app, locals.seat, { contestId: params.contest, letterhead });
		return isRefusal(written) ? failWith(written, locals.language) : { isWritten: true };
	}
};

function pick(form: FormData, names: string[], before = ''): Record<string, unknown> {
	return Object.fromEntries(names.map((name) => [name, form.get(before + name)]));
}

function issuerOf(form: FormData, who: 'committee' | 'authority') {
	return pick(form, ['superior', 'body', 'symbol', 'behalf', 'deputyFor', 'title', 'name'], `${who}.`);
}

function linesOf(text: FormDataEntryValue | null): string[] {
	return String(text ?? '').split('\n');
}
