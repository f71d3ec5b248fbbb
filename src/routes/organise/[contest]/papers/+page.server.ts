// Which papers there are, and whose score sheets may be chosen.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { scoreSheetPapers } from '#lib/server/views/score-sheet-papers.ts';

export const load = async ({ locals, params }) => {
	const choices = await scoreSheetPapers(locals.app, locals.seat, params.contest, null);
	if (isRefusal(choices)) stopWith(choices, locals.language);
	return { stages: choices.stages, judges: choices.judges, contestants: choices.contestants };
};
