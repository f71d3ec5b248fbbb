// How far the judges of a panel are apart on one sample (R312, R313): for them to look at together. It must not know names or any real sheet.
import type { Bilingual, CriterionCode, PanelCode } from '../ids.ts';
import type { Points } from '../points.ts';
import { minus, quotient, times } from '../ratio.ts';
import type { JudgeCode, RecordedJudge } from '../record/record.ts';
import type { RecordedMarks, RecordedRubric } from '../record/rubric.ts';
import { findDifference, type Difference } from '../result/divergence.ts';
import { hundredths } from '../result/rounding.ts';
import { isComplete, pointsOfSum, sheetSum } from '../result/sheet-total.ts';
import type { Divergence, DivergenceLevel } from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import { deviation } from '../tendencies/mark-table.ts';

/** One judge's submitted sheet of the sample. */
export interface SampleSheet {
	judge: JudgeCode;
	marks: RecordedMarks;
}

/** All in hundredths, over the sheets of the panel. */
export interface Spread {
	mean: Points;
	/** Largest difference between two of them. */
	apart: Points;
	/** Standard deviation of the whole panel, not of a sample of it. */
	deviation: Points;
}

export interface CriterionSpread extends Spread {
	criterion: CriterionCode;
	marks: Record<JudgeCode, Points>;
}

export interface JudgeSpread {
	judge: JudgeCode;
	total: Points;
	/** From the mean of the panel: below 0 is severe, above 0 is mild. */
	fromMean: Points;
	/** Would have been named by the rules. */
	isFar: boolean;
	/** Marks to learn: in no mean, and looked at for no difference. */
	isShadow: boolean;
}

export interface PanelSpread {
	panel: PanelCode;
	title: Bilingual;
	criteria: CriterionSpread[];
	total: Spread;
	/** In the order of their codes. */
	judges: JudgeSpread[];
	/** Whether the rules look for differences in this panel at all. */
	isLookedAt: boolean;
	/** What they would have found, had it been a real performance; null where nothing reaches their thresholds. Of Dixon's Q its hundredths. */
	found: { metric: Divergence['metric']; level: DivergenceLevel; measured: Points } | null;
}

/**
 * R312, R313: panel by panel; one without any complete sheet but those of shadow judges is left out. Nothing is taken off for time and no
 * sheet is dropped: differences are looked for as R133 has them, before anything else is done.
 */
export function spreadsOf(
	{ panels }: Pick<JudgedPart, 'panels'>,
	rubric: RecordedRubric,
	judges: RecordedJudge[],
	sheets: SampleSheet[]
): PanelSpread[] {
	return panels.flatMap(({ code, title, divergence }) => {
		const own = judges
			.filter((judge) => judge.panels.includes(code))
			.sort((a, b) => (a.code < b.code ? -1 : 1))
			.flatMap(({ code: judge, role }) => {
				const sheet = sheets.find((each) => each.judge === judge && isComplete(rubric, each.marks));
				if (!sheet) return [];
				return [{ judge, isShadow: role === 'shadow', marks: sheet.marks, sum: sheetSum(rubric, sheet.marks, null) }];
			});
		const counted = own.filter(({ isShadow }) => !isShadow);
		if (counted.length === 0) return [];
		const difference = divergence && findDifference(divergence, counted, rubric.max);
		const middle = quotient([counted.reduce((total, { sum }) => total + sum, 0)], [100 * counted.length]);
		return [
			{
				panel: code,
				title,
				criteria: rubric.criteria.map(({ code: criterion }) => ({
					criterion,
					marks: Object.fromEntries(own.map(({ judge, marks }) => [judge, marks[criterion] ?? 0])),
					...spread(counted.map(({ marks }) => (marks[criterion] ?? 0) * 100))
				})),
				total: spread(counted.map(({ sum }) => sum)),
				judges: own.map(({ judge, isShadow, sum }) => ({
					judge,
					total: hundredths(pointsOfSum(sum)),
					fromMean: hundredths(minus(pointsOfSum(sum), middle)),
					isFar: difference?.judges.includes(judge) ?? false,
					isShadow
				})),
				isLookedAt: divergence !== null,
				found: divergence && difference && foundOf(divergence, difference)
			}
		];
	});
}

function foundOf({ metric, levels }: Divergence, { level: at, measured }: Difference): PanelSpread['found'] {
	const level = levels[at];
	return level
		? { metric, level, measured: hundredths(metric === 'dixon-q' ? times(measured, [100]) : measured) }
		: null;
}

/** Of hundredths by weights in percent. */
function spread(sums: number[]): Spread {
	return {
		mean: hundredths(quotient([sums.reduce((total, sum) => total + sum, 0)], [100 * sums.length])),
		apart: hundredths(pointsOfSum(Math.max(...sums) - Math.min(...sums))),
		deviation: Math.round(deviation(sums) / 100)
	};
}
