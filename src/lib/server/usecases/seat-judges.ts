// In which panels a judge sits: what the judge marks, and whose sheets are waited for, follows from it.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { panelsOf } from '../../contest/rules/panel-list.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readJudges, seatJudge } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { firstField } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	/** Code of the judge, as printed. */
	judge: z.string().min(1).max(40),
	/** Codes of all panels the judge sits in from now on; none leaves the judge without anything to mark. */
	panels: z.array(z.string().max(40)).max(50),
	/** The panels that were on screen when these were ticked: what was not seen is not overwritten. */
	seen: z.array(z.string().max(40)).max(50).optional()
});

/** Only panels the rules have, and not after the result was published. */
export async function seatJudges(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ judge: string; panels: string[] }> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, judge: code, panels: wanted, seen } = read.data;
	return changeContest(app, seat, { contestId, permission: 'people:edit' }, async ({ db, contest, record }) => {
		const known = panelsOf(contest.rules).map((panel) => panel.code);
		if (wanted.some((panel) => !known.includes(panel))) return refuse('input/not-valid', {}, 'panels');
		const judge = (await readJudges(db, contestId)).find((each) => each.code === code);
		if (!judge) return refuse('input/not-found');
		if (seen && seen.toSorted().join() !== judge.panels.toSorted().join())
			return refuse('people/changed-elsewhere', { who: `${code} ${judge.fullName}` });
		const panels = known.filter((panel) => wanted.includes(panel));
		await seatJudge(db, judge.id, panels);
		record('judge-seated', { judge: code, panels, before: judge.panels });
		return { judge: code, panels };
	});
}
