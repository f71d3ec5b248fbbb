// What comes out of a record: scores with every step, rankings, who goes on, awards and what is missing; it must not compute any of it.
import type {
	AwardCode,
	Bilingual,
	CriterionCode,
	GroupCode,
	PanelCode,
	PartCode,
	StageCode,
	UnitCode
} from '../ids.ts';
import type { Points, Ratio } from '../points.ts';
import type { ContestantNumber, ContestantStatus, JudgeCode, QuestionCode } from '../record/record.ts';
import type { DivergenceAction } from '../rules/panels.ts';
import type { TieBreak } from '../rules/ties.ts';

export interface ContestResult {
	stages: StageResult[];
	units: UnitResult[];
	awards: AwardResult[];
	nominations: ContestantNumber[];
	/** Why it cannot be official yet; empty when it can. */
	missing: Missing[];
}

export interface StageResult {
	stage: StageCode;
	/** One for each category and cluster it is ranked by; a single one with both null otherwise. */
	rankings: Ranking[];
	/** Empty without a team ranking. */
	teams: TeamPlace[];
	/** Who goes on and why; null in the last stage. */
	advancement: AdvancementResult | null;
}

export interface Ranking {
	category: GroupCode | null;
	cluster: GroupCode | null;
	/** In order of rank, then those who are not ranked, by number. */
	places: Place[];
}

export interface Place {
	contestant: ContestantNumber;
	/** Null for those who are not ranked. */
	rank: number | null;
	shared: boolean;
	/** Rounded as the rules say. */
	total: Points;
	exactTotal: Ratio;
	score: StageScore;
	decidedBy: PlaceDecision | null;
	/** One sentence that explains the place. */
	why: Bilingual;
}

/** The key that decided against the place above, else against the place below; null when totals alone decided. */
export interface PlaceDecision {
	tieBreak: TieBreak;
	against: ContestantNumber;
	isAhead: boolean;
}

/** What one contestant has in one stage. */
export interface StageScore {
	contestant: ContestantNumber;
	status: ContestantStatus;
	/** Null while nothing counts in the part yet. */
	parts: Record<PartCode, PartScore | null>;
	/** Totals of earlier stages that are carried, after their weight. */
	carried: { stage: StageCode; points: Ratio }[];
	/** Points added to or taken off the total by decision. */
	adjusted: Points;
}

export interface PartScore {
	part: PartCode;
	/** 0…maxPoints before the weight, exact. */
	exact: Ratio;
	/** After the weight, exact: what counts in the total. */
	counted: Ratio;
	/** `counted` rounded as the rules say: what is printed. */
	points: Points;
	/** Taken off for time, as the rules state it; 0 when nothing was. */
	penalty: Points;
	/** Sentences for the breakdown: time, deductions, annulled questions, differences between judges. */
	notes: Bilingual[];
	detail: QuizDetail | JudgedDetail | { kind: 'given'; points: Points };
}

export interface QuizDetail {
	kind: 'quiz';
	earned: Ratio;
	/** What could be earned; annulled questions left out are not in it. */
	full: Points;
	rightAnswers: number;
	/** Time used on right answers. */
	answerTimeMs: number;
}

/** One question for one contestant, for the breakdown. */
export interface QuestionOutcome {
	question: QuestionCode;
	/** Share of the question that is right, exact; below 0 when wrong choices are taken off. */
	share: Ratio;
	isBlank: boolean;
	points: Points;
	usedMs: number;
	isVoid: boolean;
}

export interface JudgedDetail {
	kind: 'judged';
	panels: PanelScore[];
	/** Time used on stage; null when nothing was timed. */
	usedMs: number | null;
}

export interface PanelScore {
	panel: PanelCode;
	/** On the scale of the rubric, exact; null when it has no value yet. */
	value: Ratio | null;
	/** In the order of the judges' codes. */
	sheets: SheetScore[];
	/** Mean of each criterion over the sheets that count. */
	criteria: Record<CriterionCode, Ratio>;
	/** Criteria given their maximum, over the sheets that count. */
	topMarks: number;
	divergence: DivergenceFinding | null;
	/** What the head judge's value took the place of, where no difference is found (any more). */
	note: Bilingual | null;
}

export interface SheetScore {
	judge: JudgeCode;
	/** Sum of the sheet on the scale of the rubric, in hundredths, exact. */
	total: Ratio;
	/** Whether it counts, and if not, why. */
	counts: 'yes' | 'dropped-high' | 'dropped-low' | 'excluded' | 'judge-left-out' | 'replaced';
}

export interface DivergenceFinding {
	level: number;
	action: DivergenceAction;
	/** The sheets that reach the level; all of the panel for `spread`. */
	judges: JudgeCode[];
	/** The measured difference: hundredths on the scale of the rubric, or the Q value. */
	measured: Ratio;
	/** The panel's value without and with what was done about it. */
	before: Ratio;
	after: Ratio | null;
	/** False while it waits for people; of `warn`, and of `exclude` where enough sheets are left, never. */
	isSettled: boolean;
	why: Bilingual;
}

export interface TeamPlace {
	/** Code of the unit or team. */
	team: string;
	rank: number | null;
	shared: boolean;
	/** Rounded as the rules say. */
	total: Points;
	/** Whose totals are in it. */
	counted: ContestantNumber[];
	members: number;
	why: Bilingual;
}

export interface UnitResult {
	unit: UnitCode;
	entered: number;
	tookPart: number;
	/** Contestants who took part per member; null when members are not known. */
	rate: Ratio | null;
}

export interface AdvancementResult {
	to: StageCode;
	goingOn: { contestant: ContestantNumber; why: Bilingual }[];
	/** Shared ranks at the cut that wait for a decision. */
	undecided: ContestantNumber[];
}

export interface AwardResult {
	award: AwardCode;
	/** In order; the place a contestant or unit has in what the award goes by. */
	winners: { contestant: ContestantNumber | null; unit: string | null; why: Bilingual }[];
	why: Bilingual;
}

/** What must still happen before a result can be official. */
export type Missing =
	| { kind: 'contestants'; stage: StageCode }
	| { kind: 'questions'; part: PartCode; planned: number; needed: number }
	| { kind: 'round-open'; part: PartCode; title: string; open: number }
	| { kind: 'given'; part: PartCode; contestants: ContestantNumber[] }
	| { kind: 'turns-drawn'; stage: StageCode; contestants: ContestantNumber[] }
	| { kind: 'turns-ended'; stage: StageCode; contestants: ContestantNumber[] }
	| { kind: 'panel-empty'; part: PartCode; panel: PanelCode }
	| { kind: 'sheets'; part: PartCode; panel: PanelCode; count: number; contestants: ContestantNumber[] }
	/** Fewer sheets that count than the panel needs, or sheets that do not agree. */
	| { kind: 'panel-value'; part: PartCode; panel: PanelCode; contestants: ContestantNumber[] }
	| { kind: 'divergence'; part: PartCode; panel: PanelCode; contestants: ContestantNumber[] }
	| { kind: 'late-entries'; part: PartCode; contestants: ContestantNumber[] }
	| { kind: 'tie'; stage: StageCode; key: TieBreak['kind']; contestants: ContestantNumber[] }
	| { kind: 'advancement'; stage: StageCode; contestants: ContestantNumber[] };
