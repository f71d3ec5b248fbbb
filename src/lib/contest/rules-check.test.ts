// R90: what is wrong with a set of rules is found before the contest.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleTemplates, threeParts } from './rule-templates.ts';
import { checkRules, type RulesProblem } from './rules-check.ts';
import type { Rubric } from './rubric.ts';
import type { JudgedPart, QuizPart, Rules, Timing } from './rules.ts';

interface SampleRubric {
	code: string;
	name: string;
	max: number;
	criteria: { code: string; name: string; max: number; step: number }[];
}
const sample = JSON.parse(readFileSync(new URL('../formats/sample/rubric.json', import.meta.url), 'utf8')) as {
	rubrics: SampleRubric[];
};
const rubrics: Rubric[] = sample.rubrics.map(({ code, name, max, criteria }) => ({
	code,
	name,
	max: max * 100,
	criteria: criteria.map((criterion) => ({
		...criterion,
		max: criterion.max * 100,
		step: criterion.step * 100,
		bands: []
	}))
}));
const around = { rubrics, questionCount: 120 };

const { 'ba-phan': three, 'kien-thuc-thuyet-trinh': two, 'chi-trac-nghiem': one } = ruleTemplates;
const [quiz, talk] = two.parts as [QuizPart, JudgedPart];
const withTalk = (change: Partial<JudgedPart>): Rules => ({ ...two, parts: [quiz, { ...talk, ...change }] });
const withQuiz = (change: Partial<QuizPart>): Rules => ({ ...two, parts: [{ ...quiz, ...change }, talk] });
const timing = talk.timing as Timing;
const penalty = timing.penalty!;

describe('R90 the check', () => {
	test.each(Object.values(ruleTemplates))(
		'given the template $template and the sample rubrics, then nothing is wrong',
		(rules) => {
			expect(checkRules(rules, around)).toEqual([]);
			expect(rules.parts.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(10_000);
			expect(ruleTemplates[rules.template]).toBe(rules);
		}
	);

	test.each<[RulesProblem, Rules]>([
		['no-parts', { ...one, parts: [], tieBreaks: [] }],
		['part-twice', { ...two, parts: [quiz, { ...talk, code: 'KT' }] }],
		['points-not-positive', withQuiz({ maxPoints: 0 })],
		['points-not-positive', withQuiz({ scoring: { kind: 'fixed', points: -1 } })],
		['total-differs', withQuiz({ maxPoints: 3000 })],
		['rubric-missing', withTalk({ rubric: 'XX' })],
		['questions-not-positive', withQuiz({ questionCount: 0 })],
		['too-few-questions', withQuiz({ questionCount: 121 })],
		['speed-share', withQuiz({ scoring: { kind: 'speed', points: 200, leastShare: 101 } })],
		['panel-too-small', withTalk({ aggregation: { kind: 'trimmed', drop: 2, leastPanel: 4 } })],
		['time-limits', withTalk({ timing: { ...timing, leastMs: 700_000 } })],
		[
			'two-timed-parts',
			{ ...three, parts: three.parts.map((part) => (part.kind === 'quiz' ? part : { ...part, timing })) }
		],
		['penalty-not-positive', withTalk({ timing: { ...timing, penalty: { ...penalty, cap: 0 } } })],
		[
			'penalty-criterion-missing',
			withTalk({ timing: { ...timing, penalty: { ...penalty, place: { kind: 'criterion', criterion: 'DC1' } } } })
		],
		['tie-part-missing', { ...two, tieBreaks: [{ kind: 'part', part: 'XX' }] }],
		['tie-criterion-missing', { ...two, tieBreaks: [{ kind: 'criterion', criterion: 'DC1' }] }],
		[
			'tie-twice',
			{
				...two,
				tieBreaks: [
					{ kind: 'part', part: 'TT' },
					{ kind: 'part', part: 'TT' }
				]
			}
		],
		['tie-without-quiz', { ...threeParts, tieBreaks: [{ kind: 'right-answers' }] }],
		['tie-without-penalty', { ...one, tieBreaks: [{ kind: 'fewer-penalties' }] }],
		['tie-time-first', { ...one, tieBreaks: [{ kind: 'answer-time' }] }],
		['award-twice', { ...one, awards: [one.awards[0]!, one.awards[0]!] }],
		['quota-not-positive', { ...one, awards: [{ ...one.awards[0]!, quota: 0 }] }],
		['award-after-all', { ...one, awards: [{ ...one.awards[0]!, quota: null }, one.awards[1]!] }],
		['award-least-total', { ...one, awards: [{ ...one.awards[0]!, leastTotal: 10_001 }] }]
	])('given rules with %s, then that is found', (problem, rules) => {
		expect(checkRules(rules, around).map(({ details }) => details['problem'])).toContain(problem);
	});

	test('given rubrics whose criteria do not add up, or share a code, then that is found', () => {
		const [outline, presentation] = rubrics as [Rubric, Rubric];
		const short = { ...outline, max: outline.max + 25 };
		const clashing = {
			...presentation,
			criteria: presentation.criteria.map((criterion, index) => (index ? criterion : { ...criterion, code: 'DC1' }))
		};
		const problems = checkRules(three, { rubrics: [short, clashing, rubrics[2]!], questionCount: 0 });
		expect(problems).toEqual([
			{
				refused: 'contest/not-ready',
				details: { problem: 'criteria-differ', part: 'DC', rubric: 'DC', sum: 2000, max: 2025 }
			},
			{ refused: 'contest/not-ready', details: { problem: 'criterion-twice', part: 'TT', criterion: 'DC1' } }
		]);
	});

	test('given a plan of 300 points, then the total it names is taken', () => {
		expect(checkRules(withQuiz({ maxPoints: 24_000 }), { ...around, total: 30_000 })).toEqual([]);
	});
});
