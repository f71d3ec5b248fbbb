// The score summary on paper, without the fields that only the server needs.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { paperHead } from '#lib/server/views/paper-head.ts';
import { scoreSummary } from '#lib/server/views/score-summary.ts';

export const load = async ({ locals, params, url }) => {
	const { language } = locals;
	const summary = await scoreSummary(locals.app, locals.seat, params.contest, 'papers:print');
	if (isRefusal(summary)) stopWith(summary, language);
	const { contest, judges, parts, totals, isComplete, log } = summary;
	const letterhead = url.searchParams.get('letterhead');
	const place = url.searchParams.get('place');
	return {
		summary: { contest, judges, parts, totals, isComplete, log },
		head: paperHead({ contest, day: contest.heldOn, letterhead, place, language })
	};
};
