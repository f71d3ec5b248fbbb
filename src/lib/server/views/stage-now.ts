// Which stage of the rules is being held now, and its stopwatch; it must not know people.
import { isJudged, isOnStage } from '../../contest/rules/parts.ts';
import type { Rules, Stage } from '../../contest/rules/rules.ts';
import type { Timing } from '../../contest/rules/timing.ts';

/** The last stage whose order has been drawn, else the first that is judged; null when judges mark nothing. */
export function stageNow({ stages }: Rules, turns: { stage: string }[]): Stage | null {
	const drawn = new Set(turns.map(({ stage }) => stage));
	const judged = stages.filter(({ parts }) => parts.some(isJudged));
	return judged.findLast(({ code }) => drawn.has(code)) ?? judged[0] ?? null;
}

/** The turns of that stage alone. */
export function turnsNow<Turn extends { stage: string }>(stage: Stage | null, turns: Turn[]): Turn[] {
	return turns.filter((turn) => turn.stage === stage?.code);
}

/** The limits a turn's one stopwatch is held to: those of the timed part; null when nothing on stage is timed. */
export function timingOnStage(stage: Stage | null): Timing | null {
	const onStage = (stage?.parts ?? []).filter(isJudged).filter(isOnStage);
	return onStage.find(({ timing }) => timing !== null)?.timing ?? null;
}
