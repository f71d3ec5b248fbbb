// What the preflight finds: a closed list of problems, each with its place; it must not know how a place is shown.
import type { Bilingual } from '../ids.ts';

/** Problems of the rules document alone. */
export const rulesProblems = [
	'stages-none',
	'stage-twice',
	'parts-none',
	'part-twice',
	'total-differs',
	'points-not-positive',
	'weight-range',
	'rubric-missing',
	'rubric-sum',
	'criterion-twice',
	'criterion-grid',
	'panels-none',
	'panel-twice',
	'panel-weights',
	'panel-least',
	'trim-too-much',
	'sum-needs-raw',
	'sum-needs-all',
	'role-weight',
	'divergence-levels',
	'divergence-unit',
	'divergence-exclude',
	'time-limits',
	'time-twice',
	'penalty-size',
	'penalty-bands',
	'penalty-criterion',
	'questions-none',
	'question-points',
	'speed-share',
	'rank-bonuses',
	'wrong-adds',
	'carry-stage',
	'ranked-by-nothing',
	'tie-twice',
	'tie-unknown',
	'tie-needs-quiz',
	'tie-needs-penalty',
	'tie-time-first',
	'tie-share-last',
	'tie-open-end',
	'advance-next',
	'advance-missing',
	'advance-empty',
	'advance-group',
	'team-count',
	'award-twice',
	'award-quota',
	'award-unknown',
	'award-after-rest',
	'award-least',
	'cap-range',
	'cap-unknown',
	'nomination-unknown'
] as const;

/** Problems that show only together with people, judges and the bank. */
export const recordProblems = [
	'contestants-none',
	'number-twice',
	'judge-twice',
	'unit-twice',
	'unit-unknown',
	'unit-over-quota',
	'group-unknown',
	'seat-unknown',
	'panel-empty',
	'panel-too-small',
	'sum-with-recusal',
	'interested-marks',
	'excused-too-many',
	'session-too-small',
	'questions-too-few',
	'question-twice',
	'key-incomplete',
	'slot-missing',
	'quota-over-cap'
] as const;

export const problemCodes = [...rulesProblems, ...recordProblems] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
	code: ProblemCode;
	/** Where in the rules or the record, as a path such as `stages[0].parts[1].panels[0]`. */
	path: string;
	/** Facts for the sentence: names, titles in both languages, points as hundredths, counts. */
	details: Record<string, string | number | Bilingual>;
	/** Organiser and head judge may accept it together, with a reason that is printed. */
	mayOverride: boolean;
}

export interface ExplainedProblem extends Problem {
	/** What is wrong and how to mend it. */
	text: Bilingual;
}

/** What can be run, though it is not what rules usually want. Everything else would compute nonsense. */
const overridable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
	'total-differs',
	'tie-open-end',
	'award-after-rest',
	'unit-over-quota',
	'panel-too-small',
	'interested-marks',
	'excused-too-many',
	'session-too-small',
	'questions-too-few',
	'slot-missing',
	'quota-over-cap'
]);

export function problem(code: ProblemCode, path: string, details: Problem['details'] = {}): Problem {
	return { code, path, details, mayOverride: overridable.has(code) };
}

/** Hundredths by percents as people read points: 15 750 is 1,575. */
export function weightedPoints(sum: number): Bilingual {
	const size = String(Math.abs(sum)).padStart(5, '0');
	const decimals = size.slice(-4).replace(/0{1,2}$/, '');
	const text = `${sum < 0 ? '-' : ''}${size.slice(0, -4)}.${decimals}`;
	return { vi: text.replace('.', ','), en: text };
}

/** The problem in a list, or an empty list; so that checks read as a table. */
export function when(isSo: boolean, code: ProblemCode, path: string, details: Problem['details'] = {}): Problem[] {
	return isSo ? [problem(code, path, details)] : [];
}

/** Indices of the items whose key an earlier item has. */
export function repeated<Item>(items: Item[], keyOf: (item: Item) => string): { at: number; key: string }[] {
	const seen = new Set<string>();
	return items.flatMap((item, at) => {
		const key = keyOf(item);
		if (seen.has(key)) return [{ at, key }];
		seen.add(key);
		return [];
	});
}

export function isPositive(value: number): boolean {
	return Number.isSafeInteger(value) && value > 0;
}

export function isWithin(value: number, least: number, most: number): boolean {
	return Number.isSafeInteger(value) && value >= least && value <= most;
}
