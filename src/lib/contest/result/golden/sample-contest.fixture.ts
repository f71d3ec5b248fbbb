// The contest of the sample files the product ships, with answers, marks and times drawn from a seed; it must not compute points.
import { readFileSync } from 'node:fs';
import { parseContestants } from '#lib/formats/import-contestants.ts';
import { parseJudges } from '#lib/formats/import-judges.ts';
import { parseQuestions } from '#lib/formats/import-questions.ts';
import { parseRubrics } from '#lib/formats/import-rubrics.ts';
import { parseUnits } from '#lib/formats/import-units.ts';
import type { QuestionValue } from '#lib/formats/import-values.ts';
import type { Preview } from '#lib/formats/problem.ts';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aQuizPart,
	aRecord,
	aSheet,
	aStage,
	aTurn,
	text
} from '../../record/contest-record.fixture.ts';
import type { RecordedChoice, RecordedQuestion } from '../../record/question.ts';
import type { ContestRecord } from '../../record/record.ts';
import type { RecordedRubric } from '../../record/rubric.ts';
import type { Award } from '../../rules/prizes.ts';
import { aRound } from './questions.fixture.ts';

const bytes = (name: string) =>
	new Uint8Array(readFileSync(new URL(`../../../formats/sample/${name}`, import.meta.url)));

function valuesOf<Value>({ rows, problems }: Preview<Value>): Value[] {
	if (problems.length > 0) throw new Error('a sample file has problems');
	return rows.map(({ value }) => value);
}

/**
 * Quiz 40 (20 questions of the bank), outline 12, presentation 30 (10 minutes, 15 s of grace, 1,00 off for a started
 * minute, at most 5,00), situation 18; seven judges; 1 Nhất, 2 Nhì, 3 Ba, 6 Khuyến khích. The same seed gives the same contest.
 */
export async function aSampleContest(seed: number): Promise<ContestRecord> {
	const below = repeatable(seed);
	const units = valuesOf(await parseUnits(bytes('units.csv'), 'units.csv'));
	const context = { unitCodes: units.map(({ code }) => code), today: '2021-07-01' };
	const people = valuesOf(await parseContestants(bytes('contestants.csv'), 'contestants.csv', context));
	const judges = valuesOf(await parseJudges(bytes('judges.csv'), 'judges.csv'));
	const bank = valuesOf(await parseQuestions(bytes('question-bank.csv'), 'question-bank.csv'));
	const rubrics = valuesOf(await parseRubrics(bytes('rubric.json'), 'rubric.json')).map(
		({ code, name, maxCenti, criteria }): RecordedRubric => ({
			code,
			name,
			max: maxCenti,
			criteria: criteria.map((each) => ({
				code: each.code,
				name: each.name,
				min: 0,
				max: each.maxCenti,
				step: each.stepCenti,
				weight: 100,
				noteRequired: 'never'
			}))
		})
	);
	// Every sixth question, so that all kinds of the bank are asked.
	const asked = bank.filter((_, at) => at % 6 === 0).slice(0, 20);
	const contestants = people.map(({ code, fullName, unitCode }, at) =>
		aContestant(code, {
			name: fullName,
			unit: unitCode,
			status: at === 17 ? 'withdrawn' : at === 40 ? 'absent' : 'competing'
		})
	);
	const seated = judges.map(({ code, fullName, role }) => aJudge(code, { name: fullName, role }));
	return aRecord(
		{
			stages: [
				aStage({
					parts: [
						aQuizPart(),
						aJudgedPart({ code: 'DC', kind: 'outline', title: text('Đề cương'), rubric: 'DC', maxPoints: 1200 }),
						aJudgedPart({ maxPoints: 3000, timing }),
						aJudgedPart({ code: 'TH', kind: 'situation', title: text('Tình huống'), rubric: 'TH', maxPoints: 1800 })
					],
					tieBreaks: [{ kind: 'part', part: 'TT' }, { kind: 'right-answers' }, { kind: 'share' }]
				})
			],
			awards: [award('nhat', 1), award('nhi', 2), award('ba', 3), award('khuyen-khich', 6)]
		},
		{
			rubrics,
			units: units.map(({ code, name, members }) => ({ code, name, members, quota: null })),
			contestants,
			judges: seated,
			questions: asked.map(questionOf),
			rounds: [
				aRound(
					'KT',
					asked.map(({ code }) => code)
				)
			],
			answers: contestants.flatMap(({ number }) =>
				asked.flatMap((question) => {
					const luck = below(10);
					if (luck === 0) return [];
					const choice = luck < 7 ? rightChoice(question) : otherChoice(question, below);
					return [{ contestant: number, question: question.code, choice, usedMs: 1000 + below(18_000) }];
				})
			),
			turns: contestants.map(({ number }) => aTurn(number, { endedAt: 480_000 + below(300) * 1000 })),
			sheets: contestants.flatMap(({ number }) => {
				// Each contestant has a strength of their own, from a half to all of what can be had.
				const strength = 50 + below(51);
				return seated.map(({ code }) =>
					aSheet(number, code, Object.fromEntries(rubrics.flatMap((rubric) => marksOf(rubric, strength, below))))
				);
			}),
			decisions: contestants.slice(0, 7).map(({ number }, at) =>
				aDecision(at + 1, {
					kind: 'recusal',
					judge: seated[at]?.code ?? '',
					contestant: number,
					part: null,
					how: 'recused'
				})
			)
		}
	);
}

const timing = {
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
} as const;

const award = (code: string, quota: number): Award => ({
	code,
	title: text(code),
	source: { kind: 'rank', stage: 'CK' },
	quota,
	per: 'contest',
	leastTotal: 0,
	moreOnTie: true,
	notWith: [],
	gift: ''
});

function questionOf(question: QuestionValue): RecordedQuestion {
	return {
		code: question.code,
		kind: question.kind,
		options: question.options.map(({ id }) => id),
		targets: [],
		key: {
			correct: rightChoice(question),
			tolerance: question.correct.kind === 'number' ? question.correct.tolerance : '',
			alsoCorrect: []
		},
		points: null
	};
}

function rightChoice({ correct }: QuestionValue): RecordedChoice {
	if (correct.kind === 'options') return { kind: 'options', options: [...correct.options] };
	return correct.kind === 'pairs' ? correct : { kind: correct.kind, value: correct.value };
}

/** Some choice, which may be the right one by luck. */
function otherChoice({ correct, options }: QuestionValue, below: (limit: number) => number): RecordedChoice {
	if (correct.kind === 'number') return { kind: 'number', value: String(below(100)) };
	return { kind: 'options', options: [options[below(options.length)]?.id ?? 'A'] };
}

/** Marks on the grid of their criteria, around the strength in percent. */
function marksOf({ criteria }: RecordedRubric, strength: number, below: (limit: number) => number): [string, number][] {
	return criteria.map(({ code, max, step }) => {
		const steps = max / step;
		const around = Math.floor((steps * strength) / 100) + below(5) - 2;
		return [code, Math.min(steps, Math.max(0, around)) * step];
	});
}

/** Numbers from 0 below a limit, the same for the same seed (the minimal standard generator of Park and Miller). */
function repeatable(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
}
