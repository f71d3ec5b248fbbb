// How far people are with a difference between judges (R142, R144): which are shown, and what each waits for; it must not know who asks.
import { decisionsOf, standingDecisions, type DivergenceOutcome } from '../record/decision.ts';
import type { ContestRecord, JudgeCode } from '../record/record.ts';
import { isSamePlace, panelScores, type PanelPlace, type PlacedScore } from '../result/panel-scores.ts';
import type { ContestResult } from '../result/result.ts';
import { lastAbout, type Consultation } from './consultation.ts';

export type DifferenceState =
	/** Nobody has done anything about it. */
	| 'open'
	| 'consulting'
	/** A decision waits for its second person. */
	| 'proposed'
	/** Sheets are to be opened, or to be signed again. */
	| 'revising'
	/** Another judge is to mark. */
	| 'marking'
	| 'settled';

export interface Difference extends PlacedScore {
	state: DifferenceState;
	/** Every sheet the panel waits for is locked. */
	isAllIn: boolean;
	/** The last one about it. */
	consultation: Consultation | null;
	/** What people have decided, once it holds. */
	outcome: DivergenceOutcome | null;
	/** Who is still to sign again. */
	revising: JudgeCode[];
}

/** The line of the log at which a sheet was locked last; 0 while it is open. */
export type LockedLine = (place: PlacedScore, judge: JudgeCode) => number;

/**
 * R142: a difference is put before people when every sheet the panel waits for is locked; before that, and while one is open
 * again, it may come and go with each sheet. One about which people have begun something stays until that is settled.
 */
export function differences(
	record: ContestRecord,
	result: ContestResult,
	{
		consultations,
		proposed,
		lockedLine
	}: { consultations: Consultation[]; proposed: PanelPlace[]; lockedLine: LockedLine }
): Difference[] {
	const waiting = waitingPlaces(result, 'sheets');
	const open = waitingPlaces(result, 'divergence');
	const decided = decisionsOf(standingDecisions(record.decisions), 'divergence');
	return panelScores(result).flatMap((place): Difference[] => {
		const isAllIn = !waiting.has(nameOf(place));
		const isOpen = open.has(nameOf(place));
		const consultation = lastAbout(consultations, place);
		const outcome = decided.findLast((decision) => isSamePlace(decision, place))?.outcome ?? null;
		const isMarking = (judge: JudgeCode) => !isAllIn || place.score.sheets.some((sheet) => sheet.judge === judge);
		const revising = stillRevising(consultation, (judge) => lockedLine(place, judge)).filter(isMarking);
		const { divergence } = place.score;
		const state = (): DifferenceState | null => {
			if (consultation && !consultation.ended) return 'consulting';
			if (proposed.some((each) => isSamePlace(each, place))) return 'proposed';
			if (revising.length > 0) return 'revising';
			if (isOpen && outcome?.kind === 'extra' && divergence?.action.startsWith('extra-')) return 'marking';
			if (isOpen && isAllIn) return 'open';
			if (isOpen) return null;
			return (divergence && isAllIn) || consultation || outcome ? 'settled' : null;
		};
		const now = state();
		return now ? [{ ...place, state: now, isAllIn, consultation, outcome, revising }] : [];
	});
}

/** R144: a judge whose sheet was to be looked at again has done so once it is locked after the consultation. */
function stillRevising(consultation: Consultation | null, lockedLine: (judge: JudgeCode) => number): JudgeCode[] {
	const { ended } = consultation ?? {};
	if (ended?.cameTo.kind !== 'revise') return [];
	return ended.cameTo.judges.filter((judge) => lockedLine(judge) <= ended.line);
}

function waitingPlaces({ missing }: ContestResult, kind: 'sheets' | 'divergence'): Set<string> {
	return new Set(
		missing.flatMap((each) =>
			each.kind === kind
				? each.contestants.map((contestant) => nameOf({ part: each.part, panel: each.panel, contestant }))
				: []
		)
	);
}

function nameOf({ part, panel, contestant }: PanelPlace): string {
	return JSON.stringify([part, panel, contestant]);
}
