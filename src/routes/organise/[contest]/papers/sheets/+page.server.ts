// Score sheets on paper: of one or all judges, for one or all contestants, blank or locked.
import { isRefusal } from '#lib/contest/refusal.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { paperHead } from '#lib/server/views/paper-head.ts';
import { scoreSheetPapers } from '#lib/server/views/score-sheet-papers.ts';

export const load = async ({ locals, params, url }) => {
	const { language } = locals;
	const asked = (name: string) => url.searchParams.get(name) || null;
	const fill = asked('fill') === 'locked' ? 'locked' : 'blank';
	const wish = { judge: asked('judge'), contestant: asked('contestant'), stage: asked('stage'), fill } as const;
	const papers = await scoreSheetPapers(locals.app, locals.seat, params.contest, wish);
	if (isRefusal(papers)) stopWith(papers, language);
	const day = fill === 'locked' ? papers.contest.heldOn : null;
	return {
		contestName: papers.contest.name,
		sheets: papers.sheets,
		head: paperHead({
			contest: papers.contest,
			day,
			letterhead: asked('letterhead'),
			place: url.searchParams.get('place'),
			language
		})
	};
};
