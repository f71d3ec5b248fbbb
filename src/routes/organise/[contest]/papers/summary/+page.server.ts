// The score summary on paper, without the fields that only the server needs.
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { scoreSummary } from '#lib/server/views/score-summary.ts';

export const load = async ({ locals, params, parent }) => {
	const { language } = locals;
	const summary = await scoreSummary(locals.app, locals.seat, params.contest, 'papers:print');
	if (isRefusal(summary)) stopWith(summary, language);
	const { contest, judges, parts, totals, isComplete, state, log } = summary;
	const { letterhead } = await parent();
	return {
		summary: { contest, judges, parts, totals, isComplete, state, log },
		head: paperHead({ letterhead, kind: null, day: contest.heldOn, language })
	};
};
