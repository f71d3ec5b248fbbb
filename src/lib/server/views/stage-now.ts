// Which stage of the rules is being held now, and its stopwatch; it must not know people.
import type { Bilingual, StageCode } from '../../contest/ids.ts';
import { isJudged, isOnStage } from '../../contest/rules/parts.ts';
import type { Rules, Stage } from '../../contest/rules/rules.ts';
import type { Timing } from '../../contest/rules/timing.ts';

/** The stages with parts that judges mark, which are the ones whose order is drawn. */
export function judgedStages({ stages }: Rules): Stage[] {
	return stages.filter(({ parts }) => parts.some(isJudged));
}

/** What a person may choose from, or the one there is of several; empty where the rules have a single stage. */
export function stageChoices(rules: Rules): { code: StageCode; title: Bilingual }[] {
	const stages = judgedStages(rules);
	return rules.stages.length > 1 ? stages.map(({ code, title }) => ({ code, title })) : [];
}

/**
 * The stage that was chosen, if judges mark in it; else the last one whose order has been drawn, else the first; null when
 * judges mark nothing.
 */
export function stageNow(rules: Rules, turns: { stage: string }[], chosen: StageCode | null = null): Stage | null {
	const drawn = new Set(turns.map(({ stage }) => stage));
	const judged = judgedStages(rules);
	return (
		judged.find(({ code }) => code === chosen) ?? judged.findLast(({ code }) => drawn.has(code)) ?? judged[0] ?? null
	);
}

/** The turns of that stage alone. */
export function turnsNow<Turn extends { stage: string }>(stage: Stage | null, turns: Turn[]): Turn[] {
	return turns.filter((turn) => turn.stage === stage?.code);
}

/** Codes of the panels that mark in the stage. */
export function panelsOf(stage: Stage | null): Set<string> {
	return new Set((stage?.parts ?? []).filter(isJudged).flatMap(({ panels }) => panels.map(({ code }) => code)));
}

/** The limits a turn's one stopwatch is held to: those of the timed part; null when nothing on stage is timed. */
export function timingOnStage(stage: Stage | null): Timing | null {
	const onStage = (stage?.parts ?? []).filter(isJudged).filter(isOnStage);
	return onStage.find(({ timing }) => timing !== null)?.timing ?? null;
}
