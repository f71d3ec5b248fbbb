// The names of things: identifiers are opaque strings; this file must not know what they point at.

/** UUID v7 of a contest. */
export type ContestId = string;
/** UUID of one contestant of one contest. */
export type ContestantId = string;
/** UUID of one member of the panel. */
export type JudgeId = string;
export type QuestionId = string;
export type RoundId = string;
/** UUID of a file that somebody handed in. */
export type FileId = string;
/** UUID of one contestant's turn on the stage. */
export type TurnId = string;
/** Code of a part inside the rules, such as `KT` or `TT`; unique in one contest. */
export type PartCode = string;
/** Code of a criterion of a rubric, such as `TT3`. */
export type CriterionCode = string;

/** Code of a stage (vòng thi) inside the rules, such as `CK`. */
export type StageCode = string;
/** Code of a category, cluster, session or group. */
export type GroupCode = string;
/** Code of a panel, such as `BGK` or `KG`. */
export type PanelCode = string;
export type AwardCode = string;
/** Code of a unit as the organisers write it. */
export type UnitCode = string;
/** Whole percent. */
export type Percent = number;

/** A text in both languages of the interface. */
export interface Bilingual {
	vi: string;
	en: string;
}
