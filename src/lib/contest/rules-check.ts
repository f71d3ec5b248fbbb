// What in a set of rules cannot work, found before the contest begins (R90); it must not know any contestant.
import type { PartCode } from './ids.ts';
import type { Points } from './points.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Rubric } from './rubric.ts';
import {
	isJudged,
	judgedParts,
	type Award,
	type JudgedPart,
	type Part,
	type QuizPart,
	type Rules,
	type TieBreak
} from './rules.ts';

/** The `problem` in the details of each `contest/not-ready`; the other details name the place: part, criterion, award, key. */
export const rulesProblems = [
	'no-parts',
	'part-twice',
	'points-not-positive',
	'total-differs',
	'rubric-missing',
	'criteria-differ',
	'criterion-twice',
	'questions-not-positive',
	'too-few-questions',
	'speed-share',
	'panel-too-small',
	'time-limits',
	'two-timed-parts',
	'penalty-not-positive',
	'penalty-criterion-missing',
	'tie-part-missing',
	'tie-criterion-missing',
	'tie-twice',
	'tie-without-quiz',
	'tie-without-penalty',
	'tie-time-first',
	'award-twice',
	'quota-not-positive',
	'award-after-all',
	'award-least-total'
] as const;
export type RulesProblem = (typeof rulesProblems)[number];

export interface RulesSurroundings {
	rubrics: Rubric[];
	/** Questions at hand in the bank. */
	questionCount: number;
	/** What the parts must add up to; 100,00 unless the plan of the contest says otherwise. */
	total?: Points;
}

/** Every problem at once, in reading order; none means the rules can be used. */
export function checkRules(rules: Rules, { rubrics, questionCount, total = 10_000 }: RulesSurroundings): Refusal[] {
	const sum = rules.parts.reduce((points, part) => points + part.maxPoints, 0);
	const timed = judgedParts(rules).filter(({ timing }) => timing !== null);
	return [
		...when(rules.parts.length === 0, 'no-parts'),
		...rules.parts.flatMap((part, index) => checkPart(part, rules.parts.slice(0, index), rubrics)),
		...when(rules.parts.length > 0 && sum !== total, 'total-differs', { sum, total }),
		...checkQuestions(rules, questionCount),
		// One turn has one clock, so a second timed part would be charged for the same minutes.
		...when(timed.length > 1, 'two-timed-parts', { part: timed[1]?.code ?? '' }),
		...rules.tieBreaks.flatMap((tieBreak, index) => checkTieBreak(rules, tieBreak, index, rubrics)),
		...rules.awards.flatMap((award, index) => checkAward(award, rules.awards.slice(0, index), sum))
	];
}

function checkPart(part: Part, before: Part[], rubrics: Rubric[]): Refusal[] {
	const place = { part: part.code };
	return [
		...when(
			before.some(({ code }) => code === part.code),
			'part-twice',
			place
		),
		...when(!isPositive(part.maxPoints), 'points-not-positive', place),
		...(isJudged(part) ? checkJudged(part, before, rubrics) : checkQuiz(part))
	];
}

function checkQuiz(part: QuizPart): Refusal[] {
	const place = { part: part.code };
	const { scoring } = part;
	return [
		...when(!isPositive(part.questionCount), 'questions-not-positive', place),
		...when(!isPositive(scoring.points), 'points-not-positive', place),
		...when(scoring.kind === 'speed' && !isWithin(scoring.leastShare, 0, 100), 'speed-share', place)
	];
}

function checkJudged(part: JudgedPart, before: Part[], rubrics: Rubric[]): Refusal[] {
	const place = { part: part.code };
	const rubric = rubrics.find(({ code }) => code === part.rubric);
	const { aggregation } = part;
	const trimsTooMuch =
		aggregation.kind === 'trimmed' && !(isPositive(aggregation.drop) && aggregation.leastPanel > 2 * aggregation.drop);
	return [
		...when(!rubric, 'rubric-missing', { ...place, rubric: part.rubric }),
		...(rubric ? checkRubric(rubric, before, rubrics, place) : []),
		...when(trimsTooMuch, 'panel-too-small', place),
		...checkTiming(part, rubric)
	];
}

/** Marks and tie-break keys name criteria by code alone, so a code may stand in one rubric of the rules only. */
function checkRubric(rubric: Rubric, before: Part[], rubrics: Rubric[], place: { part: PartCode }): Refusal[] {
	const used = before.filter(isJudged).map((part) => rubrics.find(({ code }) => code === part.rubric));
	const others = used
		.filter((other) => other !== undefined && other !== rubric)
		.flatMap((other) => other?.criteria ?? []);
	const codes = rubric.criteria.map(({ code }) => code);
	const twice = codes.find(
		(code, index) => codes.indexOf(code) !== index || others.some((other) => other.code === code)
	);
	const sum = rubric.criteria.reduce((points, { max }) => points + max, 0);
	return [
		...when(sum !== rubric.max || !isPositive(rubric.max), 'criteria-differ', {
			...place,
			rubric: rubric.code,
			sum,
			max: rubric.max
		}),
		...when(twice !== undefined, 'criterion-twice', { ...place, criterion: twice ?? '' })
	];
}

function checkTiming({ code, timing }: JudgedPart, rubric: Rubric | undefined): Refusal[] {
	if (timing === null) return [];
	const { penalty } = timing;
	const inOrder =
		isPositive(timing.mostMs) &&
		isWithin(timing.leastMs, 0, timing.mostMs) &&
		isWithin(timing.warnBeforeMs, 0, timing.mostMs) &&
		isWithin(timing.graceMs, 0, timing.mostMs);
	const criterion = penalty?.place.kind === 'criterion' ? penalty.place.criterion : null;
	const isKnown = criterion === null || !rubric || rubric.criteria.some((other) => other.code === criterion);
	return [
		...when(!inOrder, 'time-limits', { part: code }),
		...when(penalty !== null && !(isPositive(penalty.perMinute) && isPositive(penalty.cap)), 'penalty-not-positive', {
			part: code
		}),
		...when(!isKnown, 'penalty-criterion-missing', { part: code, criterion: criterion ?? '' })
	];
}

function checkQuestions(rules: Rules, atHand: number): Refusal[] {
	const needed = rules.parts.reduce((sum, part) => sum + (part.kind === 'quiz' ? part.questionCount : 0), 0);
	return when(needed > atHand, 'too-few-questions', { needed, atHand });
}

function checkTieBreak(rules: Rules, tieBreak: TieBreak, index: number, rubrics: Rubric[]): Refusal[] {
	const before = rules.tieBreaks.slice(0, index);
	const place = { key: index + 1 };
	const hasQuiz = rules.parts.some(({ kind }) => kind === 'quiz');
	const twice = when(
		before.some((other) => isSameKey(other, tieBreak)),
		'tie-twice',
		place
	);
	switch (tieBreak.kind) {
		case 'part':
			return [
				...twice,
				...when(!rules.parts.some(({ code }) => code === tieBreak.part), 'tie-part-missing', {
					...place,
					part: tieBreak.part
				})
			];
		case 'criterion': {
			const used = rubrics.filter(({ code }) => judgedParts(rules).some(({ rubric }) => rubric === code));
			const isKnown = used.some(({ criteria }) => criteria.some(({ code }) => code === tieBreak.criterion));
			return [...twice, ...when(!isKnown, 'tie-criterion-missing', { ...place, criterion: tieBreak.criterion })];
		}
		case 'fewer-penalties':
			return [
				...twice,
				...when(!judgedParts(rules).some(({ timing }) => timing?.penalty), 'tie-without-penalty', place)
			];
		case 'right-answers':
			return [...twice, ...when(!hasQuiz, 'tie-without-quiz', place)];
		case 'answer-time':
			return [
				...twice,
				...when(!hasQuiz, 'tie-without-quiz', place),
				// Fewer right answers use less time: only between equals does the time say anything.
				...when(hasQuiz && !before.some(({ kind }) => kind === 'right-answers'), 'tie-time-first', place)
			];
	}
}

function checkAward(award: Award, before: Award[], total: Points): Refusal[] {
	const place = { award: award.code };
	return [
		...when(
			before.some(({ code }) => code === award.code),
			'award-twice',
			place
		),
		...when(award.quota !== null && !isPositive(award.quota), 'quota-not-positive', place),
		...when(before.at(-1)?.quota === null, 'award-after-all', place),
		...when(!isWithin(award.leastTotal, 0, total), 'award-least-total', place)
	];
}

function isSameKey(a: TieBreak, b: TieBreak): boolean {
	if (a.kind === 'part' && b.kind === 'part') return a.part === b.part;
	if (a.kind === 'criterion' && b.kind === 'criterion') return a.criterion === b.criterion;
	return a.kind === b.kind && a.kind !== 'part' && a.kind !== 'criterion';
}

function isPositive(value: number): boolean {
	return Number.isSafeInteger(value) && value > 0;
}

function isWithin(value: number, least: number, most: number): boolean {
	return Number.isSafeInteger(value) && value >= least && value <= most;
}

function when(isSo: boolean, problem: RulesProblem, details: Refusal['details'] = {}): Refusal[] {
	return isSo ? [refuse('contest/not-ready', { problem, ...details })] : [];
}
