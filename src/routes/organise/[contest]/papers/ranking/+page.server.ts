// The ranking list on paper.
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { rankingPaper } from '#lib/server/views/ranking-paper.ts';

export const load = async ({ locals, params, parent }) => {
	const { language } = locals;
	const paper = await rankingPaper(locals.app, locals.seat, params.contest);
	if (isRefusal(paper)) stopWith(paper, language);
	const { letterhead } = await parent();
	return { paper, head: paperHead({ letterhead, kind: null, day: paper.contest.heldOn, language }) };
};
