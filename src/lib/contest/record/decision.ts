// What people decided beside the marks, each with a reason and a second person; later ones replace earlier ones about the same thing. It must not decide anything.
import type { AwardCode, GroupCode, PanelCode, PartCode, StageCode, UnitCode } from '../ids.ts';
import type { Points } from '../points.ts';
import type { DecidedTieBreak } from '../rules/ties.ts';
import type { MissingJudge } from '../rules/panels.ts';
import type { RecordedChoice, RecordedKey } from './question.ts';
import type { ContestantNumber, JudgeCode, QuestionCode } from './record.ts';

/** Who decided when and why, as the log has it. */
export interface DecisionFrame {
	/** Counts from 1 in the order decided. */
	sequence: number;
	reason: string;
	by: string;
	/** The second person; null where the rules of the house need none. */
	confirmedBy: string | null;
	/** Instant as ISO 8601 text. */
	at: string;
	/** Sequence of the decision it takes back; its other fields then repeat that one. */
	takesBack: number | null;
}

export type Decision = DecisionFrame & DecisionContent;

/** What was decided. */
export type DecisionContent =
	| { kind: 'key'; question: QuestionCode; key: RecordedKey }
	| { kind: 'void'; question: QuestionCode }
	/** An answer that was put aside, too late for the database or the deadline; when it counts, it does so as if stored in time. */
	| {
			kind: 'answer';
			question: QuestionCode;
			contestant: ContestantNumber;
			choice: RecordedChoice;
			usedMs: number;
			counts: boolean;
	  }
	/** The judge does not mark this contestant and is not expected to; of one part, or of all. */
	| {
			kind: 'recusal';
			judge: JudgeCode;
			contestant: ContestantNumber;
			part: PartCode | null;
			how: 'recused' | 'abstained';
	  }
	/** `substitute` marks in place of `judge`, in one session or in all; `onward`: from that session on, through all that come after it. */
	| { kind: 'substitute'; judge: JudgeCode; substitute: JudgeCode; session: GroupCode | null; onward?: boolean }
	/** What holds for missing judges of a panel in one session, instead of the rules. */
	| { kind: 'missing-judge'; panel: PanelCode; session: GroupCode | null; policy: MissingJudge }
	| { kind: 'divergence'; part: PartCode; panel: PanelCode; contestant: ContestantNumber; outcome: DivergenceOutcome }
	/**
	 * Points taken off (below 0) or added, of a part or of the total of a stage. `lateEntry`: what was handed in late and is
	 * settled by it (R342); then 0 takes nothing off.
	 */
	| {
			kind: 'points';
			stage: StageCode;
			part: PartCode | null;
			contestant: ContestantNumber;
			points: Points;
			lateEntry?: string;
	  }
	/** Time taken out of a turn besides what was recorded on the spot; below 0 puts time back. */
	| { kind: 'time'; stage: StageCode; contestant: ContestantNumber; removedMs: number }
	/** How a decided key parted the tied: groups from the first on; people in one group remain tied. `seed` for lots. */
	| { kind: 'tie'; stage: StageCode; key: DecidedTieBreak; order: ContestantNumber[][]; seed: string | null }
	| { kind: 'advance'; stage: StageCode; contestant: ContestantNumber; goesOn: boolean }
	| { kind: 'award'; award: AwardCode; to: { contestant: ContestantNumber } | { unit: UnitCode }; given: boolean }
	/** A problem of the preflight that organiser and head judge accept together; printed with its reason. */
	| { kind: 'override'; problem: string; path: string };

export type DecisionKind = Decision['kind'];

export type DivergenceOutcome =
	/** After consulting, the sheets stand as they are now (revised or not). */
	| { kind: 'stands' }
	/** The head judge's value, on the scale of the rubric. */
	| { kind: 'head'; value: Points }
	/** The judge who marked besides; what the mark does, the level says. */
	| { kind: 'extra'; judge: JudgeCode };

/** The decisions that hold: without those taken back and the taking back itself, in order. */
export function standingDecisions(decisions: Decision[]): Decision[] {
	const takenBack = new Set(decisions.flatMap(({ takesBack }) => (takesBack === null ? [] : [takesBack])));
	return decisions
		.filter(({ sequence, takesBack }) => takesBack === null && !takenBack.has(sequence))
		.sort((a, b) => a.sequence - b.sequence);
}

export function decisionsOf<Kind extends DecisionKind>(
	decisions: Decision[],
	kind: Kind
): Extract<Decision, { kind: Kind }>[] {
	return decisions.filter((decision): decision is Extract<Decision, { kind: Kind }> => decision.kind === kind);
}
