// Everything a result is computed from, in one document: rules, people, answers, marks, times, decisions; it must not know where it is stored.
import type { GroupCode, PanelCode, PartCode, StageCode, UnitCode } from '../ids.ts';
import type { Points } from '../points.ts';
import type { JudgeRole } from '../rules/panels.ts';
import type { Rules } from '../rules/rules.ts';
import type { Decision } from './decision.ts';
import type { Draw } from './draw.ts';
import type { RecordedChoice, RecordedQuestion } from './question.ts';
import type { RecordedRubric, RecordedMarks } from './rubric.ts';

/** The open contest file. People are named by contestant number and judge code, so that a reader finds them on the printed lists. */
export interface ContestRecord {
	format: 'hoithi-contest';
	version: 1;
	contest: { name: string; organiser: string; place: string; heldOn: string };
	rules: Rules;
	rubrics: RecordedRubric[];
	units: RecordedUnit[];
	contestants: RecordedContestant[];
	judges: RecordedJudge[];
	questions: RecordedQuestion[];
	rounds: RecordedRound[];
	/** The effective answers: at most one of a contestant to a question, which is asked in one round only (R89). */
	answers: RecordedAnswer[];
	turns: RecordedTurn[];
	/** The last revision of each judge's sheet of each turn. */
	sheets: RecordedSheet[];
	given: GivenPoints[];
	decisions: Decision[];
	draws: Draw[];
	/** Conflicts of interest that were declared and hold. Left out: none. */
	interests?: RecordedInterest[];
	/** What counts, came late and costs points, decided or not (R341). Left out: nothing. */
	lateEntries?: RecordedLateEntry[];
}

/** Contestant number (số báo danh); unique in a contest. */
export type ContestantNumber = string;
export type JudgeCode = string;
export type QuestionCode = string;

export interface RecordedUnit {
	code: UnitCode;
	name: string;
	/** Members behind the contestants; null when it is not known. */
	members: number | null;
	/** Most contestants the unit may enter; null without a quota. */
	quota: number | null;
}

export const contestantStatuses = ['competing', 'absent', 'withdrawn', 'force-majeure', 'disqualified'] as const;
export type ContestantStatus = (typeof contestantStatuses)[number];

/** Whoever is out is not called any more; somebody absent may still come. */
export function isOut(status: ContestantStatus): boolean {
	return status === 'withdrawn' || status === 'force-majeure' || status === 'disqualified';
}

export interface RecordedContestant {
	number: ContestantNumber;
	name: string;
	unit: UnitCode;
	/** Null when the rules name no categories (clusters). */
	category: GroupCode | null;
	cluster: GroupCode | null;
	/** Team for team rankings; null when there are none. */
	team: string | null;
	status: ContestantStatus;
	/** Organisers and technical staff may take part but receive no award. */
	mayWin: boolean;
	/** Promoted from another contest or nominated directly; printed only. */
	route: 'promoted' | 'direct';
}

export interface RecordedJudge {
	code: JudgeCode;
	name: string;
	role: JudgeRole;
	/** The panels the judge sits in. */
	panels: PanelCode[];
	/** Where the judge comes from. Left out, or null: not known, or from none of the units. */
	unit?: UnitCode | null;
	/** Seats held for a part of the contest only; a panel that is not named is held for the whole. Left out: all are. */
	limits?: SeatLimit[];
}

/** Where the judge sits in the panel: in these sessions, of these clusters. An empty list leaves nothing out. */
export interface SeatLimit {
	panel: PanelCode;
	sessions: GroupCode[];
	clusters: GroupCode[];
}

/** A judge and whom they should not mark: one contestant, or everybody of a unit. */
export interface RecordedInterest {
	judge: JudgeCode;
	about: { contestant: ContestantNumber } | { unit: UnitCode };
	/** As it is printed. */
	reason: string;
	/** Name of who declared it. */
	by: string;
	/** Instant as ISO 8601 text. */
	at: string;
}

/** An outline or the like that came after its deadline, as the deadline and its price were announced then. */
export interface RecordedLateEntry {
	/** Of what was asked for; the decision about it names it. */
	entry: string;
	title: string;
	contestant: ContestantNumber;
	/** Where the points come off, and how many. */
	part: PartCode;
	points: Points;
	/** Instants as ISO 8601 text. */
	dueAt: string;
	handedInAt: string;
}

export interface RecordedRound {
	part: PartCode;
	title: string;
	/** In the order in which they were asked. */
	questions: { question: QuestionCode; allowedMs: number; isSealed: boolean }[];
	isFinished: boolean;
}

export interface RecordedAnswer {
	contestant: ContestantNumber;
	question: QuestionCode;
	choice: RecordedChoice;
	/** Whole milliseconds from the start of the timer to the arrival at the server, pauses taken out. */
	usedMs: number;
}

export const turnStatuses = ['waiting', 'called', 'on_stage', 'running', 'ended', 'absent'] as const;

/** A contestant's turn in one stage; instants in ms since the epoch. */
export interface RecordedTurn {
	stage: StageCode;
	contestant: ContestantNumber;
	/** Null when the stage has no sessions. */
	session: GroupCode | null;
	status: (typeof turnStatuses)[number];
	startedAt: number | null;
	endedAt: number | null;
	/** Intervals taken out of the time used, such as a power cut. */
	removed: { fromAt: number; toAt: number; reason: string }[];
	/** Time taken out besides, entered as a length. */
	removedMs: number;
}

export interface RecordedSheet {
	stage: StageCode;
	contestant: ContestantNumber;
	judge: JudgeCode;
	isLocked: boolean;
	/** Null (or absent) is "not marked", which is not zero. */
	marks: RecordedMarks;
}

export interface GivenPoints {
	part: PartCode;
	contestant: ContestantNumber;
	points: Points;
	reason: string;
}
