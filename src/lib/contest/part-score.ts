// What one contestant reached in one part, with everything needed to explain it; it must not know other contestants.
import type { Bilingual, CriterionCode, JudgeId, PartCode } from './ids.ts';
import type { Points, Ratio } from './points.ts';

export interface SheetScore {
	judgeId: JudgeId;
	/** Sum of the sheet in the points of the rubric, after a time penalty inside a criterion. */
	total: Points;
	/** Left out as one of the highest or lowest (R21). */
	dropped: boolean;
}

export interface PartScore {
	part: PartCode;
	/** Rounded once (R2); these are added to the total (R40). */
	points: Points;
	/** The same before rounding, in hundredths. */
	exact: Ratio;
	/** Taken off for time, as the rules state it (R32); 0 when nothing was. */
	penalty: Points;
	details: {
		/** In the order they were given; empty for a quiz. */
		sheets: SheetScore[];
		/** The panel's mean of each criterion over the sheets that count (R22); empty for a quiz. */
		criteria: Record<CriterionCode, Ratio>;
		/** Only a quiz has these two. */
		rightAnswers?: number;
		answerTimeMs?: number;
		penaltyExplanation?: Bilingual;
	};
}
