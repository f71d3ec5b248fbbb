// The points of a judged part for everybody, from panels, time and decisions (R20, R33, R109, R137, R138); it must not know ranks.
import type { Bilingual, PanelCode } from '../ids.ts';
import { ratio, type Ratio } from '../points.ts';
import { plus, times } from '../ratio.ts';
import { decisionsOf } from '../record/decision.ts';
import type { ContestantNumber } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import type { Panel } from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import { missingSheets } from './missing-sheets.ts';
import { scoreOf, settingOf } from './panel-score.ts';
import { adjustments, partPoints } from './part-points.ts';
import type { PartOutcome, StageIndex } from './record-index.ts';
import type { PanelScore, PartScore } from './result.ts';
import type { InsidePenalty } from './sheet-total.ts';
import { timePenalty, usedMs, wasStopped, type PenaltyTaken } from './stage-time.ts';

/** Null scores while a panel has no value; without the rubric nothing can be computed, and the preflight says so. */
export function judgedOutcome(stage: StageIndex, part: JudgedPart): PartOutcome {
	const { index, entrants } = stage;
	const rubric = index.rubrics.get(part.rubric);
	if (!rubric) return { scores: new Map(entrants.map(({ number }) => [number, null])), missing: [] };
	const settings = part.panels.map((panel) => settingOf(stage, part, panel, rubric));
	const adjustmentOf = adjustments(stage, part.code);
	const timeOf = timesOf(stage);
	const scores = new Map(
		entrants.map((contestant): [ContestantNumber, PartScore | null] => {
			const used = part.timing ? timeOf(contestant.number) : null;
			const taken = part.timing && used !== null ? timePenalty(part.timing, used) : null;
			const place = part.timing?.penalty?.place;
			const inside: InsidePenalty | null =
				taken && place?.kind === 'criterion' ? { criterion: place.criterion, taken } : null;
			const panels = settings.map((setting) => scoreOf(stage, rubric, setting, contestant, inside));
			return [
				contestant.number,
				partScore(stage, part, rubric, panels, used, taken, inside === null, adjustmentOf(contestant.number))
			];
		})
	);
	return { scores, missing: missingSheets(stage, part, settings) };
}

/** R137: panels by their weights; R33: the penalty off the part after scaling, or inside the criterion before; R109. */
function partScore(
	{ index }: StageIndex,
	part: JudgedPart,
	rubric: RecordedRubric,
	panels: PanelScore[],
	used: number | null,
	taken: PenaltyTaken | null,
	isOnPart: boolean,
	adjustment: { points: number; notes: Bilingual[] }
): PartScore | null {
	const value = weighted(part.panels, panels);
	if (value === null) return null;
	const scaled = part.scale === 'raw' ? value : times(value, [part.maxPoints], [rubric.max]);
	const isNothing = isOnPart && taken?.points === 'all';
	const off = isOnPart && taken && taken.points !== 'all' ? taken.points : 0;
	const findings = panels.flatMap(({ divergence, note }) => [divergence?.why, note].filter((text) => text != null));
	const stopped = part.timing && used !== null && wasStopped(part.timing, used) ? [stoppedNote] : [];
	return {
		part: part.code,
		...partPoints(part, index.rules.rounding, isNothing ? ratio(0) : scaled, adjustment.points - off),
		penalty: taken === null ? 0 : taken.points === 'all' ? part.maxPoints : taken.points,
		notes: [...(taken ? [taken.note] : []), ...stopped, ...findings, ...adjustment.notes],
		detail: { kind: 'judged', panels, usedMs: used }
	};
}

const stoppedNote: Bilingual = { vi: 'Bị dừng phần thi vì quá giờ', en: 'The performance was stopped for time' };

function weighted(panels: Panel[], scores: PanelScore[]): Ratio | null {
	const weightOf = new Map<PanelCode, number>(panels.map(({ code, weight }) => [code, weight]));
	const [only] = scores;
	if (only && scores.length === 1) return only.value;
	let sum: Ratio = ratio(0);
	for (const { panel, value } of scores) {
		if (value === null) return null;
		sum = plus(sum, times(value, [weightOf.get(panel) ?? 0], [100]));
	}
	return scores.length === 0 ? null : sum;
}

/** R138: time by the turn, with what was taken out or put back by decision; null before the turn has ended. */
function timesOf({ index, stage }: StageIndex): (contestant: ContestantNumber) => number | null {
	const turns = index.turns.get(stage.code);
	const further = new Map<ContestantNumber, number>();
	for (const decision of decisionsOf(index.decisions, 'time'))
		if (decision.stage === stage.code)
			further.set(decision.contestant, (further.get(decision.contestant) ?? 0) + decision.removedMs);
	return (contestant) => {
		const turn = turns?.get(contestant);
		return turn ? usedMs(turn, further.get(contestant) ?? 0) : null;
	};
}
