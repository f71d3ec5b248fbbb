// Minutes of the judges' consultations on paper: of one, or of all that have ended.
import { isRefusal } from '#lib/contest/refusal.ts';
import { isoDateOf } from '#lib/formats/vietnamese-date.ts';
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
	const headOf = (day: string | null) =>
		paperHead({ contest: paper.contest, day, letterhead, place, language, kind: 'BB' });
	return {
		contestName: paper.contest.name,
		log: paper.log,
		minutes: paper.minutes.map((each) => ({ ...each, head: headOf(isoDateOf(new Date(each.endedAt))) })),
		margins: headOf(null).margins
	};
};
