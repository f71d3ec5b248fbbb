// What one row of each imported file means to the contest; it must not know columns, files or tables of a database.

export interface UnitValue {
	code: string;
	name: string;
	/** Free text of the organiser: kinds of units change with reorganisations. */
	kind: string;
	/** Code of the unit above, as that unit writes it. */
	parent: string | null;
	members: number | null;
	/** Most contestants the unit may enter; null without a quota. */
	quota: number | null;
}

/** Where a contestant belongs, in codes of the rules. */
export interface ContestantGroups {
	category: string | null;
	cluster: string | null;
	team: string | null;
	/** False for who takes part but receives no award. */
	mayWin: boolean;
	route: 'promoted' | 'direct';
}

export interface ContestantValue extends ContestantGroups {
	code: string;
	fullName: string;
	gender: 'Nam' | 'Nữ' | null;
	/** yyyy-MM-dd */
	birthDate: string | null;
	/** Code of the unit, as that unit writes it. */
	unitCode: string;
	position: string;
	phone: string;
	email: string;
	/** Null without one. */
	codeName: string | null;
	/** Code of the session the list puts them into; left out where lots decide. */
	session?: string;
}

export interface JudgeValue {
	code: string;
	fullName: string;
	role: 'head' | 'deputy' | 'member' | 'secretary' | 'shadow';
	position: string;
	/** Code of the unit the judge comes from, as that unit writes it. */
	unitCode: string | null;
	/** Codes of the panels the judge sits in, as the rules write them. */
	panels: string[];
}

export type OptionLetter = 'A' | 'B' | 'C' | 'D' | 'E';

export interface GivenPicture {
	/** What it shows, for whoever does not see it. */
	alt: string;
	/** The picture in base64; of one that is kept already its mark (see questions/kept-picture.ts). */
	file: string;
}

export interface QuestionValue {
	code: string;
	topic: string;
	difficulty: 1 | 2 | 3;
	kind: 'single' | 'multiple' | 'truefalse' | 'numeric' | 'ordering' | 'matching' | 'text';
	text: string;
	/** In the order A, B, C …; empty for `numeric` and `text`. */
	options: { id: OptionLetter; text: string }[];
	/** What stands on the right of `matching`, in the order of its words; empty elsewhere. */
	targets: { id: string; text: string }[];
	/** Letters in alphabetical order, for `ordering` in the right order; numbers as plain decimals with a dot. */
	correct:
		| { kind: 'options'; options: OptionLetter[] }
		| { kind: 'number'; value: string; tolerance: string }
		| { kind: 'pairs'; pairs: Record<string, string> }
		| { kind: 'text'; value: string; alsoCorrect: string[] };
	/** Left out where the question has none. */
	picture?: GivenPicture;
	/** 5–600 */
	seconds: number;
	explanation: string;
	source: string;
}

export interface TopicValue {
	code: string;
	title: string;
	hint: string;
}

export interface SituationValue {
	code: string;
	text: string;
	/** One point per line. */
	pointsOfAnswer: string;
}

/** All points in hundredths. */
export interface RubricValue {
	code: string;
	name: string;
	maxCenti: number;
	criteria: CriterionValue[];
}

export interface CriterionValue {
	code: string;
	name: string;
	minCenti: number;
	maxCenti: number;
	stepCenti: number;
	/** Percent: 100 counts a mark as it is. */
	weight: number;
	/** When a judge must write a note: never, always, or for a mark below these hundredths. */
	noteRequired: 'never' | 'always' | { below: number };
	/** From low to high; together they cover every step from the minimum to the maximum once. May be empty. */
	bands: BandValue[];
}

export interface BandValue {
	label: string;
	minCenti: number;
	maxCenti: number;
	descriptor: string;
}
