// The spread of one closed trial with the names of judges and criteria; of an open one there is nothing to tell (R311). It must not know who may see it.
import { spreadsOf, type PanelSpread } from '../../contest/calibration/spread.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { partOf } from '../../contest/rules/rules.ts';
import { readRubrics } from '../stores/bank.ts';
import { readClosedSamples, type CalibrationRow } from '../stores/calibrations.ts';
import type { ContestRow } from '../stores/contests.ts';
import { recordedJudge } from '../stores/markers.ts';
import { readJudges } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';

export interface ShownSpread {
	/** Of the rubric, in its order. */
	criteria: { code: string; name: string }[];
	judges: { code: string; name: string }[];
	panels: PanelSpread[];
}

/** Null while the trial is open, and where its rubric is gone. */
export async function readSpread(
	db: Queryable,
	contest: ContestRow,
	{ id, partCode, closedAt }: CalibrationRow
): Promise<ShownSpread | null> {
	const part = partOf(contest.rules, partCode);
	if (closedAt === null || !part || !isJudged(part)) return null;
	const rubric = (await readRubrics(db, contest.id)).find(({ code }) => code === part.rubric);
	if (!rubric) return null;
	const judges = (await readJudges(db, contest.id)).map(recordedJudge);
	const panels = spreadsOf(part, rubric, judges, await readClosedSamples(db, contest.id, id));
	const shown = new Set(panels.flatMap((panel) => panel.judges.map(({ judge }) => judge)));
	return {
		criteria: rubric.criteria.map(({ code, name }) => ({ code, name })),
		judges: judges.filter(({ code }) => shown.has(code)).map(({ code, name }) => ({ code, name })),
		panels
	};
}
