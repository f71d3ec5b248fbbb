// Contests with random rules, people, answers, sheets, times and decisions, as arbitraries of fast-check; it must not compute anything.
import fc from 'fast-check';
import {
	aContestant,
	aDecision,
	aGivenPart,
	aJudge,
	aJudgedPart,
	aPanel,
	aQuizPart,
	aRecord,
	aStage,
	aTurn,
	aUnit
} from '../record/contest-record.fixture.ts';
import { contestantStatuses, type ContestRecord, type RecordedSheet } from '../record/record.ts';
import type { RecordedQuestion } from '../record/question.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import { judgeRoles, missingJudgePolicies, type Aggregation, type Divergence } from '../rules/panels.ts';
import type { Part, QuestionScoring } from '../rules/parts.ts';
import type { Rules } from '../rules/rules.ts';
import type { TieBreak } from '../rules/ties.ts';
import type { TimeCost, Timing } from '../rules/timing.ts';

export interface RandomContest {
	/** Only rules under which a better mark can never cost a rank: no consensus, no exclusion of sheets far away. */
	monotone?: boolean;
}

const points = (most: number) => fc.integer({ min: 0, max: most });

const rounding = fc.record({
	mode: fc.constantFrom('half-up', 'half-even', 'up', 'down'),
	decimals: fc.constantFrom(0, 1, 2),
	at: fc.constantFrom('part', 'total')
}) satisfies fc.Arbitrary<Rules['rounding']>;

const scoring: fc.Arbitrary<QuestionScoring> = fc.oneof(
	fc.record({
		kind: fc.constant('fixed' as const),
		points: fc.integer({ min: 1, max: 1000 }),
		wrong: fc.integer({ min: -100, max: 0 }),
		blank: fc.integer({ min: -50, max: 0 })
	}),
	fc.record({
		kind: fc.constant('speed' as const),
		points: fc.integer({ min: 1, max: 1000 }),
		leastShare: fc.integer({ min: 0, max: 100 }),
		fullWithinMs: fc.constantFrom(0, 500),
		wrong: fc.integer({ min: -100, max: 0 }),
		blank: fc.constant(0)
	}),
	fc.record({
		kind: fc.constant('rank' as const),
		bonuses: fc.constant<number[]>([4000, 3000, 2000, 1000]),
		tickMs: fc.constantFrom(1, 1000),
		wrong: fc.constant(0),
		blank: fc.constant(0)
	})
);

const quizPart = fc
	.record({
		scoring,
		scale: fc.constantFrom('scaled' as const, 'raw' as const),
		voided: fc.constantFrom('left-out' as const, 'full-for-all' as const),
		multiple: fc.constantFrom(
			{ kind: 'all-or-nothing' as const },
			{ kind: 'partial' as const },
			{ kind: 'right-minus-wrong' as const, leastShare: -50 }
		),
		questionCount: fc.integer({ min: 1, max: 5 })
	})
	.map(({ multiple, ...rest }) => aQuizPart({ ...rest, marking: { multiple, ordering: 'exact', matching: 'exact' } }));

const aggregation = (monotone: boolean): fc.Arbitrary<Aggregation> =>
	fc.constantFrom<Aggregation>(
		{ kind: 'mean' },
		{ kind: 'median' },
		{ kind: 'weighted-mean', weights: [{ role: 'head', weight: 2 }] },
		{ kind: 'trimmed', high: 1, low: 1, leastPanel: 4 },
		...(monotone ? [] : [{ kind: 'consensus' } as const])
	);

const divergence: fc.Arbitrary<Divergence | null> = fc.option(
	fc.record({
		metric: fc.constantFrom('distance-to-mean' as const, 'distance-to-median' as const),
		levels: fc.tuple(
			fc.record({
				threshold: fc.integer({ min: 50, max: 1500 }).map((each) => ({ kind: 'points' as const, points: each })),
				reached: fc.constantFrom('above' as const, 'from' as const),
				action: fc.constantFrom('warn' as const, 'exclude' as const)
			})
		)
	})
);

const timing: fc.Arbitrary<Timing | null> = fc.option(
	fc.record({
		leastMs: fc.constantFrom(0, 300_000),
		mostMs: fc.constant(600_000),
		warnBeforeMs: fc.constant(60_000),
		graceMs: fc.constantFrom(0, 15_000),
		stopAfterMs: fc.constant(null),
		penalty: fc.option(
			fc.record({
				over: fc.oneof(
					fc.record({
						kind: fc.constant('linear' as const),
						perMinute: fc.integer({ min: 1, max: 300 }),
						startedMinute: fc.constantFrom('ceil' as const, 'floor' as const, 'prorata' as const)
					}),
					fc.constant<TimeCost>({ kind: 'bands', bands: [{ beyondMs: 60_000, points: 500 }] })
				),
				under: fc.constant(null),
				cap: fc.option(fc.constant(400)),
				place: fc.constant({ kind: 'part' as const })
			})
		)
	})
);

const judgedPart = (monotone: boolean) =>
	fc
		.record({
			aggregation: aggregation(monotone),
			divergence: monotone ? fc.constant(null) : divergence,
			missing: fc.constantFrom(...missingJudgePolicies),
			timing,
			maxPoints: fc.constantFrom(5000, 4000, 3333),
			weight: fc.constantFrom(100, 60)
		})
		.map(({ timing: timed, maxPoints, weight, ...panel }) =>
			aJudgedPart({ maxPoints, weight, timing: timed, panels: [aPanel(panel)] })
		);

const tieBreaks: fc.Arbitrary<TieBreak[]> = fc.uniqueArray(
	fc.constantFrom<TieBreak>(
		{ kind: 'part', part: 'TT' },
		{ kind: 'part', part: 'KT' },
		{ kind: 'criterion', criterion: 'TT1' },
		{ kind: 'exact-total' },
		{ kind: 'median', part: 'TT' },
		{ kind: 'top-marks', part: null },
		{ kind: 'fewer-penalties' },
		{ kind: 'right-answers' },
		{ kind: 'answer-time' },
		{ kind: 'head-judge' }
	),
	{ maxLength: 4, selector: (key) => JSON.stringify(key) }
);

/** Two criteria, 30,00 and 20,00, in steps of 2,50, so that ties are frequent. */
const rubric: RecordedRubric = {
	code: 'TT',
	name: 'Thuyết trình',
	max: 5000,
	criteria: [
		{ code: 'TT1', name: 'Nội dung', min: 0, max: 3000, step: 250, weight: 100, noteRequired: 'never' },
		{ code: 'TT2', name: 'Phong thái', min: 0, max: 2000, step: 250, weight: 100, noteRequired: 'never' }
	]
};

const options = ['a', 'b', 'c', 'd'];
const choice = fc.subarray(options, { minLength: 1 }).map((each) => ({ kind: 'options' as const, options: each }));

const questions = (count: number): fc.Arbitrary<RecordedQuestion[]> =>
	fc
		.array(fc.record({ kind: fc.constantFrom('single' as const, 'multiple' as const), correct: choice }), {
			minLength: count,
			maxLength: count
		})
		.map((each) =>
			each.map(({ kind, correct }, at) => ({
				code: `C${at + 1}`,
				kind,
				options,
				targets: [],
				key: {
					correct: kind === 'single' ? { kind: 'options', options: correct.options.slice(0, 1) } : correct,
					tolerance: '',
					alsoCorrect: []
				},
				points: null
			}))
		);

/** One stage with a quiz, a judged and a given part in some order and number, and all that was recorded about them. */
export function aRandomContest({ monotone = false }: RandomContest = {}): fc.Arbitrary<ContestRecord> {
	const parts: fc.Arbitrary<Part[]> = fc
		.tuple(fc.option(quizPart), fc.option(judgedPart(monotone)), fc.option(fc.constant(aGivenPart())))
		.map((each) => each.filter((part) => part !== null));
	return fc
		.record({
			rounding,
			parts,
			tieBreaks,
			rankedBy: fc.constantFrom<'cluster'[]>([], ['cluster']),
			contestants: fc.integer({ min: 1, max: 6 }),
			judges: fc.integer({ min: 1, max: 5 })
		})
		.chain(({ contestants, judges, ...rules }) => {
			const numbers = Array.from({ length: contestants }, (_, at) => `TS${at + 1}`);
			const judgeCodes = Array.from({ length: judges }, (_, at) => `GK${at + 1}`);
			const quiz = rules.parts.find((part) => part.kind === 'quiz');
			const asked = quiz?.kind === 'quiz' ? quiz.questionCount : 0;
			return fc
				.record({
					people: fc.array(
						fc.record({
							status: fc.constantFrom('competing', 'competing', 'competing', ...contestantStatuses),
							cluster: fc.constantFrom('C1', 'C2')
						}),
						{ minLength: contestants, maxLength: contestants }
					),
					roles: fc.array(fc.constantFrom(...judgeRoles), { minLength: judges, maxLength: judges }),
					questions: questions(asked),
					answers: fc.array(fc.option(fc.record({ choice, usedMs: fc.integer({ min: 0, max: 20_000 }) })), {
						minLength: contestants * asked,
						maxLength: contestants * asked
					}),
					sheets: fc.array(fc.option(fc.tuple(points(12), points(8), fc.constantFrom(true, true, true, false))), {
						minLength: contestants * judges,
						maxLength: contestants * judges
					}),
					times: fc.array(fc.integer({ min: 200_000, max: 900_000 }), {
						minLength: contestants,
						maxLength: contestants
					}),
					given: fc.array(fc.option(points(1000)), { minLength: contestants, maxLength: contestants }),
					decisions: fc.array(decision(numbers, judgeCodes, asked, rules.parts), { maxLength: 3 })
				})
				.map((facts) => recordOf(rules, numbers, judgeCodes, facts));
		});
}

type Facts = {
	people: { status: ContestRecord['contestants'][number]['status']; cluster: string }[];
	roles: ContestRecord['judges'][number]['role'][];
	questions: RecordedQuestion[];
	answers: ({ choice: { kind: 'options'; options: string[] }; usedMs: number } | null)[];
	sheets: ([number, number, boolean] | null)[];
	times: number[];
	given: (number | null)[];
	decisions: Content[];
};

function recordOf(
	{
		rounding: round,
		...stage
	}: { rounding: Rules['rounding']; parts: Part[]; tieBreaks: TieBreak[]; rankedBy: 'cluster'[] },
	numbers: string[],
	judges: string[],
	facts: Facts
): ContestRecord {
	const has = (kind: Part['kind']) => stage.parts.some((part) => part.kind === kind);
	const sheets = numbers.flatMap((contestant, row) =>
		judges.flatMap((judge, column): RecordedSheet[] => {
			const sheet = facts.sheets[row * judges.length + column];
			return sheet && has('presentation')
				? [
						{
							stage: 'CK',
							contestant,
							judge,
							isLocked: sheet[2],
							marks: { TT1: sheet[0] * 250, TT2: sheet[1] * 250 }
						}
					]
				: [];
		})
	);
	return aRecord(
		{
			rounding: round,
			clusters: ['C1', 'C2'].map((code) => ({ code, title: { vi: code, en: code } })),
			stages: [aStage(stage)]
		},
		{
			rubrics: [rubric],
			units: [aUnit('U1')],
			contestants: numbers.map((number, at) => aContestant(number, facts.people[at])),
			judges: judges.map((code, at) => aJudge(code, { role: facts.roles[at] ?? 'member' })),
			questions: facts.questions,
			rounds: has('quiz')
				? [
						{
							part: 'KT',
							title: 'Vòng 1',
							questions: facts.questions.map(({ code }) => ({ question: code, allowedMs: 20_000, isSealed: true })),
							isFinished: true
						}
					]
				: [],
			answers: numbers.flatMap((contestant, row) =>
				facts.questions.flatMap(({ code }, column) => {
					const answer = facts.answers[row * facts.questions.length + column];
					return answer ? [{ contestant, question: code, ...answer }] : [];
				})
			),
			turns: has('presentation') ? numbers.map((number, at) => aTurn(number, { endedAt: facts.times[at] ?? 0 })) : [],
			sheets,
			given: has('given')
				? numbers.flatMap((contestant, at) => {
						const each = facts.given[at];
						return each == null ? [] : [{ part: 'CC', contestant, points: each, reason: 'chuyên cần' }];
					})
				: [],
			decisions: facts.decisions.map((content, at) => aDecision(at + 1, content))
		}
	);
}

type Content = Parameters<typeof aDecision>[1];

function decision(numbers: string[], judges: string[], asked: number, parts: Part[]): fc.Arbitrary<Content> {
	const contestant = fc.constantFrom(...numbers);
	const always: fc.Arbitrary<Content>[] = [
		fc.record({
			kind: fc.constant('points' as const),
			stage: fc.constant('CK'),
			part: fc.constant(null),
			contestant,
			points: fc.integer({ min: -500, max: 500 })
		})
	];
	const ofQuiz: fc.Arbitrary<Content>[] =
		asked === 0
			? []
			: [
					fc.record({
						kind: fc.constant('void' as const),
						question: fc.integer({ min: 1, max: asked }).map((at) => `C${at}`)
					}),
					fc.record({
						kind: fc.constant('key' as const),
						question: fc.integer({ min: 1, max: asked }).map((at) => `C${at}`),
						key: fc.record({ correct: choice, tolerance: fc.constant(''), alsoCorrect: fc.constant([]) })
					})
				];
	const ofStage: fc.Arbitrary<Content>[] = parts.every(({ kind }) => kind !== 'presentation')
		? []
		: [
				fc.record({
					kind: fc.constant('recusal' as const),
					judge: fc.constantFrom(...judges),
					contestant,
					part: fc.constant(null),
					how: fc.constantFrom('recused' as const, 'abstained' as const)
				}),
				fc.record({
					kind: fc.constant('time' as const),
					stage: fc.constant('CK'),
					contestant,
					removedMs: fc.integer({ min: -60_000, max: 60_000 })
				})
			];
	return fc.oneof(...always, ...ofQuiz, ...ofStage);
}
