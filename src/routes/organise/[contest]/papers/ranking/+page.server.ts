// The ranking list on paper.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { paperHead } from '#lib/server/views/paper-head.ts';
import { rankingPaper } from '#lib/server/views/ranking-paper.ts';

export const load = async ({ locals, params, url }) => {
	const { language } = locals;
	const paper = await rankingPaper(locals.app, locals.seat, params.contest);
	if (isRefusal(paper)) stopWith(paper, language);
	const letterhead = url.searchParams.get('letterhead');
	const place = url.searchParams.get('place');
	return { paper, head: paperHead({ contest: paper.contest, day: paper.contest.heldOn, letterhead, place, language }) };
};
