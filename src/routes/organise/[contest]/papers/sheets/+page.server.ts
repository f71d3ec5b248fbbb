// Score sheets on paper: of one or all judges, for one or all contestants, blank or locked.
import { letterheadForms } from '#lib/contest/paper/letterhead-forms.ts';
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { isoDateOf } from '#lib/formats/vietnamese-date.ts';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { joinOrigin } from '#lib/server/views/join-origin.ts';
import { pageOfEachPart, scoreSheetPapers } from '#lib/server/views/score-sheet-papers.ts';

export const load = async ({ locals, params, url, parent }) => {
	const { language } = locals;
	const asked = (name: string) => url.searchParams.get(name) || null;
	const fill = asked('fill') === 'locked' ? 'locked' : 'blank';
	const wish = { judge: asked('judge'), contestant: asked('contestant'), stage: asked('stage'), fill } as const;
	const papers = await scoreSheetPapers(locals.app, locals.seat, params.contest, wish);
	if (isRefusal(papers)) stopWith(papers, language);
	const byPart = asked('pages') === 'part';
	const { letterhead } = await parent();
	// A form that is filled in and no document: its letters are those that keep it on one page.
	const { sizes } = letterheadForms['tu-do'];
	const headOn = (day: string | null) => ({ ...paperHead({ letterhead, kind: null, day, language }), sizes });
	return {
		contestName: papers.contest.name,
		sheets: (byPart ? papers.sheets.flatMap(pageOfEachPart) : papers.sheets).map((sheet) => ({
			...sheet,
			// Of the day it was locked; a blank one is dated by hand.
			head: headOn(sheet.lockedAt === null ? null : isoDateOf(new Date(sheet.lockedAt)))
		})),
		byPart,
		/** Where the code printed on a blank sheet leads; whoever opens it is asked to sign in. */
		entry: `${joinOrigin(locals.app, url)}/secretary/${params.contest}/papers`,
		head: headOn(null)
	};
};
