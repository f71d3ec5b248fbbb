// The minutes of one locked session on paper.
import { isoDateOf } from '#lib/formats/vietnamese-date.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { minutesPaper } from '#lib/server/views/minutes-paper.ts';
import { paperHead } from '#lib/server/views/paper-head.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { language } = locals;
	const { searchParams } = url;
	const place = { stage: searchParams.get('stage') ?? '', session: searchParams.get('session') || null };
	const paper = await minutesPaper(locals.app, locals.seat, params.contest, place);
	if (isRefusal(paper)) stopWith(paper, language);
	const { contest } = paper;
	const letterhead = searchParams.get('letterhead');
	return {
		paper,
		head: paperHead({
			contest,
			// Minutes are of the day they close.
			day: isoDateOf(new Date(paper.document.lock.at)),
			letterhead,
			place: searchParams.get('place'),
			language,
			kind: 'BB'
		})
	};
};
