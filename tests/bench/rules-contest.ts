// A large contest as a record, the same for the same seed: 100 questions, seven judges with six criteria, people of 100 units; it must not compute anything.
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import {
	aContestant,
	aJudge,
	aJudgedPart,
	aPanel,
	aQuizPart,
	aRecord,
	aSheet,
	aStage,
	aTurn,
	aUnit,
	text
} from '../../src/lib/contest/record/contest-record.fixture.ts';
import type { ContestRecord, RecordedAnswer, RecordedSheet } from '../../src/lib/contest/record/record.ts';
import type { RecordedChoice, RecordedQuestion, RecordedQuestionKind } from '../../src/lib/contest/record/question.ts';
import type { RecordedRubric } from '../../src/lib/contest/record/rubric.ts';
import type { Award } from '../../src/lib/contest/rules/prizes.ts';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';

export const questionCount = 100;
export const judgeCount = 7;
const unitCount = 100;
const questionMs = 20_000;

/** Six criteria of 100,00 in steps of 0,25. */
const rubric: RecordedRubric = {
	code: 'TT',
	name: 'Thuyết trình',
	max: 10_000,
	criteria: [2000, 3000, 1500, 1500, 1000, 1000].map((max, at) => ({
		code: `TT${at + 1}`,
		name: `Tiêu chí ${at + 1}`,
		min: 0,
		max,
		step: 25,
		weight: 100,
		noteRequired: 'never'
	}))
};
export const criterionCount = rubric.criteria.length;

/** Quiz 40 and presentation 60, timed; the highest and the lowest of seven sheets left out; five tie-breaks; awards. */
const rules: Partial<Rules> = {
	stages: [
		aStage({
			parts: [
				aQuizPart({
					questionCount,
					scoring: { kind: 'fixed', points: 100, wrong: 0, blank: 0 },
					marking: { multiple: { kind: 'partial' }, ordering: 'adjacent-pairs', matching: 'per-pair' }
				}),
				aJudgedPart({
					maxPoints: 6000,
					panels: [
						aPanel({
							aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 },
							leastSheets: 5,
							divergence: {
								metric: 'distance-to-mean',
								levels: [{ threshold: { kind: 'share', percent: 15 }, reached: 'above', action: 'warn' }]
							}
						})
					],
					timing: {
						leastMs: 0,
						mostMs: 600_000,
						warnBeforeMs: 60_000,
						graceMs: 15_000,
						stopAfterMs: null,
						penalty: {
							over: { kind: 'linear', perMinute: 100, startedMinute: 'ceil' },
							under: null,
							cap: 500,
							place: { kind: 'part' }
						}
					}
				})
			],
			tieBreaks: [
				{ kind: 'part', part: 'TT' },
				{ kind: 'criterion', criterion: 'TT2' },
				{ kind: 'fewer-penalties' },
				{ kind: 'right-answers' },
				{ kind: 'answer-time' },
				{ kind: 'share' }
			],
			teams: { of: 'unit', combine: { kind: 'best', count: 3 }, leastMembers: 3, participationPoints: 0 }
		})
	],
	awards: [
		award('nhat', { kind: 'rank', stage: 'CK' }, 1),
		award('nhi', { kind: 'rank', stage: 'CK' }, 3),
		award('ba', { kind: 'rank', stage: 'CK' }, 5),
		award('kk', { kind: 'rank', stage: 'CK' }, 10),
		award('tt', { kind: 'part', part: 'TT' }, 1),
		award('td', { kind: 'team', stage: 'CK' }, 3)
	],
	awardCaps: [{ awards: ['nhat', 'nhi', 'ba', 'kk'], percent: 30 }],
	nomination: { to: text('Cấp tỉnh', 'Province'), awards: ['nhat'], top: { stage: 'CK', count: 3 } }
};

function award(code: string, source: Award['source'], quota: number): Award {
	return {
		code,
		title: text(code),
		source,
		quota,
		per: 'contest',
		leastTotal: 5000,
		moreOnTie: true,
		notWith: [],
		gift: ''
	};
}

/** Of 100 questions 62 with one answer, 20 with several, 10 true or false, and two each of the other kinds. */
const kinds: RecordedQuestionKind[] = [
	...new Array<RecordedQuestionKind>(62).fill('single'),
	...new Array<RecordedQuestionKind>(20).fill('multiple'),
	...new Array<RecordedQuestionKind>(10).fill('truefalse'),
	...(['numeric', 'numeric', 'ordering', 'ordering', 'matching', 'matching', 'text', 'text'] as const)
];

const choices: Record<RecordedQuestionKind, { right: () => RecordedChoice; wrong: () => RecordedChoice }> = {
	single: { right: () => options('c'), wrong: () => options('a') },
	multiple: { right: () => options('a', 'c', 'd'), wrong: () => options('a', 'c') },
	truefalse: { right: () => options('a'), wrong: () => options('b') },
	numeric: { right: () => ({ kind: 'number', value: '1945' }), wrong: () => ({ kind: 'number', value: '1954' }) },
	ordering: { right: () => options('a', 'b', 'c', 'd'), wrong: () => options('b', 'a', 'c', 'd') },
	matching: {
		right: () => ({ kind: 'pairs', pairs: { a: 'x', b: 'y', c: 'z' } }),
		wrong: () => ({ kind: 'pairs', pairs: { a: 'x', b: 'z', c: 'y' } })
	},
	text: {
		right: () => ({ kind: 'text', value: ' Quảng  trường Ba Đình' }),
		wrong: () => ({ kind: 'text', value: 'Bến Nhà Rồng' })
	}
};

function options(...chosen: string[]): RecordedChoice {
	return { kind: 'options', options: chosen };
}

/**
 * Every answer, sheet and turn is an object of its own, as it is after reading a file or a database; answers lie in the
 * order in which they arrived: question by question, the fastest first.
 */
export function rulesContest(contestants: number, seed: number): ContestRecord {
	const random = repeatableRandom(seed);
	const people = Array.from({ length: contestants }, (_, at) => ({
		number: `TS${String(at + 1).padStart(6, '0')}`,
		skill: 0.3 + 0.6 * random()
	}));
	const judges = Array.from({ length: judgeCount }, (_, at) => `GK${at + 1}`);
	const questions = kinds.map(questionOf);
	return aRecord(rules, {
		rubrics: [rubric],
		units: Array.from({ length: unitCount }, (_, at) => aUnit(`U${at}`, { members: 2 * contestants })),
		contestants: people.map(({ number }, at) => aContestant(number, { unit: `U${at % unitCount}` })),
		judges: judges.map((code) => aJudge(code)),
		questions,
		rounds: [
			{
				part: 'KT',
				title: 'Vòng 1',
				questions: questions.map(({ code }) => ({ question: code, allowedMs: questionMs, isSealed: true })),
				isFinished: true
			}
		],
		answers: questions.flatMap((question) => answersTo(question, people, random)),
		turns: people.map(({ number }) => aTurn(number, { endedAt: 480_000 + Math.floor(180_000 * random()) })),
		sheets: people.flatMap((person) => judges.map((judge) => sheetOf(person, judge, random)))
	});
}

interface Person {
	number: string;
	/** The share of questions answered right, and of marks reached. */
	skill: number;
}

function answersTo({ code, kind }: RecordedQuestion, people: Person[], random: () => number): RecordedAnswer[] {
	return people
		.map((person) => ({ person, usedMs: 1000 + Math.floor((questionMs - 1000) * random()) }))
		.sort((a, b) => a.usedMs - b.usedMs)
		.map(({ person, usedMs }) => ({
			contestant: person.number,
			question: code,
			choice: random() < person.skill ? choices[kind].right() : choices[kind].wrong(),
			usedMs
		}));
}

function sheetOf({ number, skill }: Person, judge: string, random: () => number): RecordedSheet {
	const marks: RecordedSheet['marks'] = {};
	for (const { code, max, step } of rubric.criteria)
		marks[code] = Math.floor(((0.2 * random() + 0.8 * skill) * max) / step) * step;
	return aSheet(number, judge, marks);
}

function questionOf(kind: RecordedQuestionKind, at: number): RecordedQuestion {
	const hasOptions = kind !== 'numeric' && kind !== 'text';
	return {
		code: `C${at + 1}`,
		kind,
		options: !hasOptions ? [] : kind === 'truefalse' ? ['a', 'b'] : ['a', 'b', 'c', 'd'],
		targets: kind === 'matching' ? ['x', 'y', 'z'] : [],
		key: { correct: choices[kind].right(), tolerance: '', alsoCorrect: [] },
		points: null
	};
}
