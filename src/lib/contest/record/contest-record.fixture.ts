// Small records for tests of the rules: everything a test does not name is empty or plain; it must not compute anything.
import type { Rules, Stage } from '../rules/rules.ts';
import type { GivenPart, JudgedPart, QuizPart } from '../rules/parts.ts';
import type { Panel } from '../rules/panels.ts';
import type { Decision, DecisionFrame } from './decision.ts';
import type {
	ContestRecord,
	RecordedContestant,
	RecordedJudge,
	RecordedSheet,
	RecordedTurn,
	RecordedUnit
} from './record.ts';

/** `text('Đề cương')` is the same in both languages, which is enough for most tests. */
export const text = (vi: string, en = vi) => ({ vi, en });

export function aRecord(rules: Partial<Rules>, changes: Partial<Omit<ContestRecord, 'rules'>> = {}): ContestRecord {
	return {
		format: 'hoithi-contest',
		version: 1,
		contest: { name: 'Hội thi', organiser: 'Ban Tổ chức', place: 'Hội trường', heldOn: '2021-07-15' },
		rules: someRules(rules),
		rubrics: [],
		units: [],
		contestants: [],
		judges: [],
		questions: [],
		rounds: [],
		answers: [],
		turns: [],
		sheets: [],
		given: [],
		decisions: [],
		draws: [],
		...changes
	};
}

/** Rounded half up to two decimals, part by part; no stage, no award. */
export function someRules(changes: Partial<Rules>): Rules {
	return {
		format: 2,
		title: text('Thể lệ'),
		reference: '',
		rounding: { mode: 'half-up', decimals: 2, at: 'part' },
		categories: [],
		clusters: [],
		stages: [],
		awards: [],
		awardCaps: [],
		nomination: null,
		...changes
	};
}

/** The stage CK: everybody ranked together, no tie-break. */
export function aStage(changes: Partial<Stage> = {}): Stage {
	return {
		code: 'CK',
		title: text('Chung khảo', 'Final'),
		total: 10_000,
		parts: [],
		carry: [],
		sessions: [],
		rankedBy: [],
		tieBreaks: [],
		advancement: null,
		teams: null,
		...changes
	};
}

/** The part TT of 50,00 by the rubric TT, one panel BGK, arithmetic mean, nothing timed. */
export function aJudgedPart(changes: Partial<JudgedPart> = {}): JudgedPart {
	return {
		kind: 'presentation',
		code: 'TT',
		title: text('Thuyết trình', 'Presentation'),
		maxPoints: 5000,
		weight: 100,
		scale: 'scaled',
		rubric: 'TT',
		panels: [aPanel()],
		timing: null,
		...changes
	};
}

export function aPanel(changes: Partial<Panel> = {}): Panel {
	return {
		code: 'BGK',
		title: text('Ban Giám khảo', 'Panel of judges'),
		weight: 100,
		aggregation: { kind: 'mean' },
		leastSheets: 1,
		missing: 'mean-of-present',
		divergence: null,
		...changes
	};
}

/** The part KT of 40,00: 20 questions of 2,00, nothing taken off. */
export function aQuizPart(changes: Partial<QuizPart> = {}): QuizPart {
	return {
		kind: 'quiz',
		code: 'KT',
		title: text('Kiến thức', 'Knowledge'),
		maxPoints: 4000,
		weight: 100,
		scale: 'scaled',
		questionCount: 20,
		scoring: { kind: 'fixed', points: 200, wrong: 0, blank: 0 },
		marking: { multiple: { kind: 'all-or-nothing' }, ordering: 'exact', matching: 'exact' },
		voided: 'left-out',
		mayChangeAnswer: true,
		graceMs: 1000,
		...changes
	};
}

/** The part CC of 10,00, given by the organisers. */
export function aGivenPart(changes: Partial<GivenPart> = {}): GivenPart {
	return {
		kind: 'given',
		code: 'CC',
		title: text('Chuyên cần', 'Attendance'),
		maxPoints: 1000,
		weight: 100,
		scale: 'raw',
		...changes
	};
}

/** A contestant of the unit U1 who competes and may win. */
export function aContestant(number: string, changes: Partial<RecordedContestant> = {}): RecordedContestant {
	return {
		number,
		name: `Thí sinh ${number}`,
		unit: 'U1',
		category: null,
		cluster: null,
		team: null,
		status: 'competing',
		mayWin: true,
		route: 'direct',
		...changes
	};
}

export function aUnit(code: string, changes: Partial<RecordedUnit> = {}): RecordedUnit {
	return { code, name: `Đơn vị ${code}`, members: null, quota: null, ...changes };
}

/** A member of the panel BGK. */
export function aJudge(code: string, changes: Partial<RecordedJudge> = {}): RecordedJudge {
	return { code, name: `Giám khảo ${code}`, role: 'member', panels: ['BGK'], ...changes };
}

/** A turn of the stage CK that has ended, ten minutes long. */
export function aTurn(contestant: string, changes: Partial<RecordedTurn> = {}): RecordedTurn {
	return {
		stage: 'CK',
		contestant,
		session: null,
		status: 'ended',
		startedAt: 0,
		endedAt: 600_000,
		removed: [],
		removedMs: 0,
		...changes
	};
}

/** A locked sheet of the stage CK. */
export function aSheet(
	contestant: string,
	judge: string,
	marks: RecordedSheet['marks'],
	changes: Partial<RecordedSheet> = {}
): RecordedSheet {
	return { stage: 'CK', contestant, judge, isLocked: true, marks, ...changes };
}

type Content<Of> = Of extends Decision ? Omit<Of, keyof DecisionFrame> : never;

/** The decision `sequence` about `content`, confirmed by a second person. */
export function aDecision(
	sequence: number,
	content: Content<Decision>,
	changes: Partial<DecisionFrame> = {}
): Decision {
	const frame: DecisionFrame = {
		sequence,
		reason: 'theo biên bản',
		by: 'Nguyễn Văn A',
		confirmedBy: 'Trần Thị B',
		at: '2021-07-15T08:00:00.000Z',
		takesBack: null,
		...changes
	};
	return { ...frame, ...content } as Decision;
}
