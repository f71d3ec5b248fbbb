// The scores of panels inside a result, found by whom and what they are about; it must not compute anything.
import type { PanelCode, PartCode, StageCode } from '../ids.ts';
import type { ContestantNumber } from '../record/record.ts';
import type { ContestResult, PanelScore } from './result.ts';

/** One panel of one part about one contestant: what judges can differ about. */
export interface PanelPlace {
	part: PartCode;
	panel: PanelCode;
	contestant: ContestantNumber;
}

export interface PlacedScore extends PanelPlace {
	stage: StageCode;
	score: PanelScore;
}

/** In the order of the stages, then of their rankings. */
export function panelScores({ stages }: ContestResult): PlacedScore[] {
	return stages.flatMap(({ stage, rankings }) =>
		rankings
			.flatMap(({ places }) => places)
			.flatMap(({ contestant, score: { parts } }) =>
				Object.values(parts).flatMap((part) =>
					part?.detail.kind === 'judged'
						? part.detail.panels.map((score) => ({ stage, part: part.part, panel: score.panel, contestant, score }))
						: []
				)
			)
	);
}

export function panelScoreOf({ stages }: ContestResult, { part, panel, contestant }: PanelPlace): PanelScore | null {
	for (const { places } of stages.flatMap(({ rankings }) => rankings)) {
		const detail = places.find((place) => place.contestant === contestant)?.score.parts[part]?.detail;
		if (detail?.kind === 'judged') return detail.panels.find((each) => each.panel === panel) ?? null;
	}
	return null;
}

export function isSamePlace(one: PanelPlace, other: PanelPlace): boolean {
	return one.part === other.part && one.panel === other.panel && one.contestant === other.contestant;
}
