// What all papers of a contest have in common, for each of them.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { contestLetterhead } from '#lib/server/views/contest-letterhead.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
	const found = await contestLetterhead(locals.app, locals.seat, params.contest, locals.language);
	if (isRefusal(found)) stopWith(found, locals.language);
	return { ...found, hasPdf: locals.app.printer !== null };
};
