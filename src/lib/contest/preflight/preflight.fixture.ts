// A sound contest, and for each problem of the preflight one that has it; it must not check anything.
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aQuizPart,
	aRecord,
	aStage,
	aTurn,
	aUnit,
	text
} from '../record/contest-record.fixture.ts';
import type { RecordedQuestion } from '../record/question.ts';
import type { ContestRecord } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import type { Divergence } from '../rules/panels.ts';
import type { Award } from '../rules/prizes.ts';
import type { Rules, Stage } from '../rules/rules.ts';
import type { TieBreak } from '../rules/ties.ts';
import type { Timing } from '../rules/timing.ts';

const rubric: RecordedRubric = {
	code: 'TT',
	name: 'Thuyết trình',
	max: 5000,
	criteria: [
		{ code: 'TT1', name: 'Nội dung', min: 0, max: 3000, step: 25, weight: 100, noteRequired: 'never' },
		{ code: 'TT2', name: 'Phong thái', min: 0, max: 2000, step: 50, weight: 100, noteRequired: 'never' }
	]
};

const timing: Timing = {
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
};

const questions = Array.from({ length: 20 }, (_, at): RecordedQuestion => ({
	code: `C${at + 1}`,
	kind: 'single',
	options: ['A', 'B'],
	targets: [],
	key: { correct: { kind: 'options', options: ['A'] }, tolerance: '', alsoCorrect: [] },
	points: null
}));

const first: Award = {
	code: 'nhat',
	title: text('Giải Nhất', 'First Prize'),
	source: { kind: 'rank', stage: 'CK' },
	quota: 1,
	per: 'ranking',
	leastTotal: 0,
	moreOnTie: true,
	notWith: [],
	gift: ''
};

/** Quiz 40 and presentation 60, two contestants of two units, three judges: nothing is wrong with it. */
export function sound(
	stage: Partial<Stage> = {},
	rules: Partial<Rules> = {},
	record: Partial<ContestRecord> = {}
): ContestRecord {
	const whole = aStage({
		parts: [aQuizPart(), aJudgedPart({ maxPoints: 6000, timing })],
		tieBreaks: [{ kind: 'part', part: 'TT' }, { kind: 'share' }],
		...stage
	});
	return aRecord(
		{ stages: [whole], awards: [first], ...rules },
		{
			rubrics: [rubric],
			units: [aUnit('U1'), aUnit('U2')],
			contestants: [aContestant('TS01'), aContestant('TS02', { unit: 'U2' })],
			judges: [aJudge('GK1'), aJudge('GK2'), aJudge('GK3')],
			questions,
			turns: [aTurn('TS01'), aTurn('TS02')],
			...record
		}
	);
}

const quiz = aQuizPart();
const talk = aJudgedPart({ maxPoints: 6000 });
const withPanel = (changes: Parameters<typeof aPanel>[0], part: Parameters<typeof aJudgedPart>[0] = {}) =>
	sound({ parts: [quiz, aJudgedPart({ maxPoints: 6000, ...part, panels: [aPanel(changes)] })] });
const withTies = (...tieBreaks: TieBreak[]) => sound({ tieBreaks });
const withTime = (changes: Partial<Timing>) =>
	sound({ parts: [quiz, aJudgedPart({ maxPoints: 6000, timing: { ...timing, ...changes } })] });
const withPenalty = (changes: Partial<NonNullable<Timing['penalty']>>) =>
	withTime({ penalty: { over: null, under: null, cap: null, place: { kind: 'part' }, ...timing.penalty, ...changes } });
const withQuiz = (changes: Parameters<typeof aQuizPart>[0]) => sound({ parts: [aQuizPart(changes), talk] });
const withAward = (...changes: Partial<Award>[]) =>
	sound({}, { awards: changes.map((each) => ({ ...first, ...each })) });
const withLevels = (divergence: Divergence) => withPanel({ divergence });
const warnAt = (points: number): Divergence['levels'][number] => ({
	threshold: { kind: 'points', points },
	reached: 'above',
	action: 'warn'
});
const withRubric = (changes: Partial<RecordedRubric>) => sound({}, {}, { rubrics: [{ ...rubric, ...changes }] });
const withKey = (changes: Partial<RecordedQuestion>) =>
	sound({}, {}, { questions: questions.map((question, at) => (at === 0 ? { ...question, ...changes } : question)) });
const [criterion] = rubric.criteria;
const part = 'rules.stages[0].parts[1]';
export const panel = `${part}.panels[0]`;

/** Rule, record, and the problem it has with its path. */
export const cases: [string, ContestRecord, string][] = [
	['R90', aRecord({}), 'stages-none rules.stages'],
	['R90', sound({}, { stages: [aStage({ total: 0 })], awards: [] }), 'parts-none rules.stages[0].parts'],
	['R90', sound({ total: 9000 }), 'total-differs rules.stages[0].total'],
	['R90', sound({ parts: [quiz, { ...talk, code: 'KT' }] }), 'part-twice rules.stages[0].parts[1].code'],
	['R90', sound({ carry: [{ stage: 'SK', weight: 30 }] }), 'carry-stage rules.stages[0].carry[0]'],
	['R90', sound({ rankedBy: ['cluster'] }), 'ranked-by-nothing rules.stages[0].rankedBy[0]'],
	['R91', sound({ parts: [quiz, { ...talk, maxPoints: 0 }] }), `points-not-positive ${part}.maxPoints`],
	['R91', sound({ parts: [quiz, { ...talk, weight: -1 }] }), `weight-range ${part}.weight`],
	['R91', sound({ parts: [quiz, { ...talk, rubric: 'TH' }] }), `rubric-missing ${part}.rubric`],
	['R91', withRubric({ max: 4000 }), `rubric-sum ${part}.rubric`],
	[
		'R91',
		withRubric({ criteria: [{ ...criterion!, step: 70 }, rubric.criteria[1]!] }),
		`criterion-grid ${part}.rubric`
	],
	[
		'R91',
		withRubric({ criteria: [criterion!, { ...rubric.criteria[1]!, code: 'TT1' }] }),
		'criterion-twice rules.stages'
	],
	['R94', sound({ parts: [quiz, { ...talk, panels: [] }] }), `panels-none ${part}.panels`],
	[
		'R94',
		sound({ parts: [quiz, { ...talk, panels: [aPanel({ weight: 50 }), aPanel({ weight: 50 })] }] }),
		`panel-twice ${part}.panels[1].code`
	],
	['R94', withPanel({ weight: 80 }), `panel-weights ${part}.panels`],
	['R94', withPanel({ leastSheets: 0 }), `panel-least ${panel}`],
	[
		'R94',
		withPanel({ aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 2 } }),
		`trim-too-much ${panel}.aggregation`
	],
	['R94', withPanel({ aggregation: { kind: 'sum' }, missing: 'wait' }), `sum-needs-raw ${panel}.aggregation`],
	['R94', withPanel({ aggregation: { kind: 'sum' } }, { scale: 'raw' }), `sum-needs-all ${panel}.missing`],
	[
		'R94',
		withPanel({ aggregation: { kind: 'weighted-mean', weights: [{ role: 'head', weight: 0 }] } }),
		`role-weight ${panel}.aggregation`
	],
	[
		'R95',
		withLevels({ metric: 'distance-to-mean', levels: [warnAt(200), warnAt(100)] }),
		`divergence-levels ${panel}.divergence`
	],
	['R95', withLevels({ metric: 'dixon-q', levels: [warnAt(200)] }), `divergence-unit ${panel}.divergence`],
	[
		'R95',
		withLevels({ metric: 'spread', levels: [{ ...warnAt(200), action: 'exclude' }] }),
		`divergence-exclude ${panel}.divergence`
	],
	['R92', withTime({ leastMs: 700_000 }), `time-limits ${part}.timing`],
	[
		'R92',
		sound({
			parts: [
				{ ...talk, code: 'A', timing },
				{ ...talk, code: 'B', timing }
			]
		}),
		'time-twice rules.stages[0].parts'
	],
	['R92', withPenalty({ cap: 0 }), `penalty-size ${part}.timing.penalty`],
	[
		'R92',
		withPenalty({
			over: {
				kind: 'bands',
				bands: [
					{ beyondMs: 60_000, points: 'all' },
					{ beyondMs: 120_000, points: 500 }
				]
			}
		}),
		`penalty-bands ${part}.timing.penalty`
	],
	[
		'R92',
		withPenalty({ place: { kind: 'criterion', criterion: 'TT9' } }),
		`penalty-criterion ${part}.timing.penalty.place.criterion`
	],
	['R93', withQuiz({ questionCount: 0 }), 'questions-none rules.stages[0].parts[0].questionCount'],
	[
		'R93',
		withQuiz({ scoring: { kind: 'fixed', points: 0, wrong: 0, blank: 0 } }),
		'question-points rules.stages[0].parts[0].scoring.points'
	],
	[
		'R93',
		withQuiz({ scoring: { kind: 'speed', points: 100, leastShare: 120, fullWithinMs: 0, wrong: 0, blank: 0 } }),
		'speed-share rules.stages[0].parts[0]'
	],
	[
		'R93',
		withQuiz({ scoring: { kind: 'rank', bonuses: [20, 40], tickMs: 10, wrong: 0, blank: 0 } }),
		'rank-bonuses rules.stages[0].parts[0].scoring'
	],
	[
		'R93',
		withQuiz({ scoring: { kind: 'fixed', points: 200, wrong: 50, blank: 0 } }),
		'wrong-adds rules.stages[0].parts[0].scoring'
	],
	[
		'R96',
		withTies({ kind: 'part', part: 'TT' }, { kind: 'part', part: 'TT' }, { kind: 'share' }),
		'tie-twice rules.stages[0].tieBreaks[1]'
	],
	[
		'R96',
		withTies({ kind: 'criterion', criterion: 'TT9' }, { kind: 'share' }),
		'tie-unknown rules.stages[0].tieBreaks[0]'
	],
	['R96', withTies({ kind: 'median', part: 'KT' }, { kind: 'share' }), 'tie-unknown rules.stages[0].tieBreaks[0]'],
	['R96', withTies({ kind: 'top-marks', part: 'XX' }, { kind: 'share' }), 'tie-unknown rules.stages[0].tieBreaks[0]'],
	['R96', withTies({ kind: 'stage', stage: 'SK' }, { kind: 'share' }), 'tie-unknown rules.stages[0].tieBreaks[0]'],
	[
		'R96',
		sound({ parts: [{ ...talk, maxPoints: 10_000 }], tieBreaks: [{ kind: 'right-answers' }, { kind: 'share' }] }),
		'tie-needs-quiz rules.stages[0].tieBreaks[0]'
	],
	[
		'R96',
		sound({ parts: [quiz, talk], tieBreaks: [{ kind: 'fewer-penalties' }, { kind: 'share' }] }),
		'tie-needs-penalty rules.stages[0].tieBreaks[0]'
	],
	['R96', withTies({ kind: 'answer-time' }, { kind: 'share' }), 'tie-time-first rules.stages[0].tieBreaks[0]'],
	['R96', withTies({ kind: 'share' }, { kind: 'lots' }), 'tie-share-last rules.stages[0].tieBreaks[0]'],
	['R96', withTies({ kind: 'part', part: 'TT' }), 'tie-open-end rules.stages[0].tieBreaks'],
	[
		'R97',
		sound({
			advancement: { to: 'X', top: { count: 3, per: 'stage' }, leastTotal: null, mostPerUnit: null, atCut: 'all' }
		}),
		'advance-next rules.stages[0].advancement.to'
	],
	[
		'R97',
		sound({ advancement: { to: 'X', top: null, leastTotal: null, mostPerUnit: null, atCut: 'all' } }),
		'advance-empty rules.stages[0].advancement'
	],
	[
		'R97',
		sound({
			advancement: { to: 'X', top: { count: 2, per: 'session' }, leastTotal: null, mostPerUnit: null, atCut: 'all' }
		}),
		'advance-group rules.stages[0].advancement.top.per'
	],
	[
		'R97',
		sound(
			{},
			{
				stages: [
					...sound().rules.stages,
					aStage({ code: 'CK2', parts: [{ ...talk, code: 'T2', maxPoints: 10_000 }], tieBreaks: [{ kind: 'share' }] })
				]
			}
		),
		'advance-missing rules.stages[0].advancement'
	],
	[
		'R97',
		sound({}, { stages: [...sound().rules.stages, ...sound().rules.stages] }),
		'stage-twice rules.stages[1].code'
	],
	[
		'R97',
		sound({ teams: { of: 'unit', combine: { kind: 'best', count: 0 }, leastMembers: 1, participationPoints: 0 } }),
		'team-count rules.stages[0].teams'
	],
	['R98', withAward({}, {}), 'award-twice rules.awards[1].code'],
	['R98', withAward({ quota: 0 }), 'award-quota rules.awards[0].quota'],
	['R98', withAward({ source: { kind: 'team', stage: 'CK' } }), 'award-unknown rules.awards[0].source'],
	['R98', withAward({ notWith: ['x'] }), 'award-unknown rules.awards[0].notWith[0]'],
	['R98', withAward({ quota: null }, { code: 'nhi' }), 'award-after-rest rules.awards[1]'],
	['R98', withAward({ leastTotal: 10_001 }), 'award-least rules.awards[0].leastTotal'],
	['R98', sound({}, { awardCaps: [{ awards: ['nhat'], percent: 0 }] }), 'cap-range rules.awardCaps[0].percent'],
	['R98', sound({}, { awardCaps: [{ awards: ['x'], percent: 50 }] }), 'cap-unknown rules.awardCaps[0].awards'],
	[
		'R98',
		sound({}, { nomination: { to: text('Tỉnh'), awards: [], top: null } }),
		'nomination-unknown rules.nomination'
	],
	[
		'R230',
		sound({}, {}, { contestants: [aContestant('TS01', { status: 'withdrawn' })] }),
		'contestants-none contestants'
	],
	[
		'R230',
		sound({}, {}, { contestants: [aContestant('TS01'), aContestant('TS01')] }),
		'number-twice contestants[1].number'
	],
	['R230', sound({}, {}, { units: [aUnit('U1'), aUnit('U2'), aUnit('U1')] }), 'unit-twice units[2].code'],
	['R230', sound({}, {}, { contestants: [aContestant('TS01', { unit: 'U9' })] }), 'unit-unknown contestants[0].unit'],
	['R230', sound({}, {}, { units: [aUnit('U1', { quota: 0 }), aUnit('U2')] }), 'unit-over-quota units[0].quota'],
	[
		'R230',
		sound({}, {}, { contestants: [aContestant('TS01', { category: 'A' })] }),
		'group-unknown contestants[0].category'
	],
	['R231', sound({}, {}, { judges: [aJudge('GK1'), aJudge('GK1')] }), 'judge-twice judges[1].code'],
	['R231', sound({}, {}, { judges: [aJudge('GK1', { panels: ['BGK', 'KG'] })] }), 'seat-unknown judges[0].panels[1]'],
	['R231', sound({}, {}, { judges: [] }), `panel-empty ${panel}`],
	['R231', withPanel({ aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 } }), `panel-too-small ${panel}`],
	[
		'R231',
		{
			...withPanel({ aggregation: { kind: 'sum' }, missing: 'wait' }, { scale: 'raw' }),
			decisions: [aDecision(1, { kind: 'recusal', judge: 'GK1', contestant: 'TS01', part: null, how: 'recused' })]
		},
		`sum-with-recusal ${panel}`
	],
	[
		'R156',
		{ ...withPanel({ leastSheets: 3 }), judges: [aJudge('GK1', { unit: 'U2' }), aJudge('GK2'), aJudge('GK3')] },
		`excused-too-many ${panel}`
	],
	[
		'R156',
		sound({}, { interestedMark: true }, { judges: [aJudge('GK1'), aJudge('GK2', { unit: 'U2' })] }),
		'interested-marks judges[1]'
	],
	[
		'R156',
		{
			...sound(
				{ sessions: [{ code: 'S1', title: text('Sáng', 'Morning') }] },
				{},
				{ turns: [aTurn('TS01', { session: 'S1' })] }
			),
			judges: [aJudge('GK1', { limits: [{ panel: 'BGK', sessions: ['S2'], clusters: [] }] })]
		},
		`session-too-small ${panel}.S1`
	],
	['R232', sound({}, {}, { questions: questions.slice(1) }), 'questions-too-few questions'],
	['R232', sound({}, {}, { questions: [...questions, questions[0]!] }), 'question-twice questions[20].code'],
	['R232', withKey({ options: ['B', 'C'] }), 'key-incomplete questions[0].key'],
	['R232', withKey({ kind: 'matching' }), 'key-incomplete questions[0].key'],
	['R232', withKey({ kind: 'numeric' }), 'key-incomplete questions[0].key'],
	['R233', sound({}, {}, { turns: [aTurn('TS01')] }), 'slot-missing turns'],
	['R234', sound({}, { awardCaps: [{ awards: ['nhat'], percent: 30 }] }), 'quota-over-cap rules.awardCaps[0]']
];
