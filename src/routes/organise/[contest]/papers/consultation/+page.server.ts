// Minutes of the judges' consultations on paper: of one, or of all that have ended.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { consultationMinutes } from '#lib/server/views/consultation-minutes.ts';
import { paperHead } from '#lib/server/views/paper-head.ts';

export const load = async ({ locals, params, url }) => {
	const { language } = locals;
	const line = Number(url.searchParams.get('line')) || null;
	const paper = await consultationMinutes(locals.app, locals.seat, params.contest, line);
	if (isRefusal(paper)) stopWith(paper, language);
	const letterhead = url.searchParams.get('letterhead');
	const place = url.searchParams.get('place');
	return { paper, head: paperHead({ contest: paper.contest, day: paper.contest.heldOn, letterhead, place, language }) };
};
