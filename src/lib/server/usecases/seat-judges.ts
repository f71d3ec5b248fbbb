// In which panels a judge sits, in which sessions, and from which unit the judge comes: what the judge marks, and whose sheets are waited for, follows from it.
import { z } from 'zod';
import { refuse, type Refusal } from '../../contest/refusal.ts';
import { panelsOf } from '../../contest/rules/panel-list.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readJudges, readUnits, seatJudge } from '../stores/people.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { firstField } from './setup-input.ts';

const groups = z.array(z.string().max(100)).max(200);
const input = z.strictObject({
	contestId: z.uuid(),
	/** Code of the judge, as printed. */
	judge: z.string().min(1).max(40),
	/** Codes of all panels the judge sits in from now on; none leaves the judge without anything to mark. */
	panels: z.array(z.string().max(40)).max(50),
	/** For seats held for some sessions or clusters only. Left out, they stay where the judge still sits. */
	limits: z
		.array(z.strictObject({ panel: z.string().max(40), sessions: groups, clusters: groups }))
		.max(50)
		.optional(),
	/** Code of the unit the judge comes from; empty for none of them. Left out, it stays. */
	unit: z.string().max(100).optional(),
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
	const { contestId, judge: code, panels: wanted, limits: limited, unit, seen } = read.data;
	return changeContest(app, seat, { contestId, permission: 'people:edit' }, async ({ db, contest, record }) => {
		const known = panelsOf(contest.rules).map((panel) => panel.code);
		if (wanted.some((panel) => !known.includes(panel))) return refuse('input/not-valid', {}, 'panels');
		const judge = (await readJudges(db, contestId)).find((each) => each.code === code);
		if (!judge) return refuse('input/not-found');
		if (seen && seen.toSorted().join() !== judge.panels.toSorted().join())
			return refuse('people/changed-elsewhere', { who: `${code} ${judge.fullName}` });
		const panels = known.filter((panel) => wanted.includes(panel));
		const isKnown = (all: { code: string }[], some: string[]) =>
			some.every((code) => all.some((each) => each.code === code));
		const sessions = contest.rules.stages.flatMap((stage) => stage.sessions);
		const limits = (limited ?? judge.limits).filter(
			(limit) => panels.includes(limit.panel) && limit.sessions.length + limit.clusters.length > 0
		);
		if (
			limited &&
			!limited.every((limit) => isKnown(sessions, limit.sessions) && isKnown(contest.rules.clusters, limit.clusters))
		)
			return refuse('input/not-valid', {}, 'limits');
		const from = unit ? (await readUnits(db, contestId)).find((each) => each.code === unit) : null;
		if (from === undefined) return refuse('input/not-valid', {}, 'unit');
		const unitCode = unit === undefined ? judge.unitCode : (from?.code ?? null);
		await seatJudge(db, judge.id, { panels, limits, unitId: unit === undefined ? judge.unitId : (from?.id ?? null) });
		record('judge-seated', {
			judge: code,
			panels,
			before: judge.panels,
			...(limits.length + judge.limits.length > 0 ? { limits, limitsBefore: judge.limits } : {}),
			...(unitCode === judge.unitCode ? {} : { unit: unitCode, unitBefore: judge.unitCode })
		});
		return { judge: code, panels };
	});
}
