// One contest with something of everything a contest file can hold; it must not compute anything.
import {
	aContestant,
	aDecision,
	aGivenPart,
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
} from '../../contest/record/contest-record.fixture.ts';
import type { RecordedQuestion } from '../../contest/record/question.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import type { RecordedRubric } from '../../contest/record/rubric.ts';
import type { Rules } from '../../contest/rules/rules.ts';

const group = (code: string, title: string) => ({ code, title: text(title) });

const rules: Partial<Rules> = {
	title: text('Thể lệ Hội thi báo cáo viên giỏi', 'Rules of the contest of rapporteurs'),
	reference: 'Thể lệ số 12-TL/BTC ngày 01/6/2021',
	categories: [group('BCV', 'Báo cáo viên'), group('TTV', 'Tuyên truyền viên')],
	clusters: [group('C1', 'Cụm 1'), group('C2', 'Cụm 2')],
	stages: [
		aStage({
			code: 'SK',
			title: text('Sơ khảo', 'Preliminary'),
			total: 10_000,
			parts: [
				aQuizPart({
					code: 'KT',
					maxPoints: 6000,
					questionCount: 6,
					scoring: { kind: 'speed', points: 100, leastShare: 50, fullWithinMs: 500, wrong: -25, blank: 0 },
					marking: {
						multiple: { kind: 'right-minus-wrong', leastShare: -50 },
						ordering: 'adjacent-pairs',
						matching: 'per-pair'
					}
				}),
				aQuizPart({
					code: 'NHANH',
					title: text('Ai nhanh hơn', 'Who is faster'),
					maxPoints: 4000,
					scale: 'raw',
					questionCount: 1,
					scoring: { kind: 'rank', bonuses: [4000, 3000, 2000, 1000], tickMs: 10, wrong: 0, blank: 0 },
					voided: 'full-for-all'
				})
			],
			tieBreaks: [{ kind: 'right-answers' }, { kind: 'answer-time' }, { kind: 'part', part: 'KT' }, { kind: 'lots' }],
			rankedBy: ['category', 'cluster'],
			advancement: { to: 'CK', top: { count: 2, per: 'category' }, leastTotal: 1000, mostPerUnit: 2, atCut: 'decide' }
		}),
		aStage({
			total: 13_000,
			sessions: [group('S', 'Buổi sáng'), group('C', 'Buổi chiều')],
			parts: [
				aJudgedPart({
					code: 'TT',
					panels: [
						aPanel({
							weight: 80,
							aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 4 },
							divergence: {
								metric: 'distance-to-mean',
								levels: [
									{ threshold: { kind: 'points', points: 500 }, reached: 'above', action: 'consult' },
									{ threshold: { kind: 'points', points: 1500 }, reached: 'from', action: 'extra-replaces' }
								]
							}
						}),
						aPanel({
							code: 'KG',
							title: text('Khán giả', 'Audience'),
							weight: 20,
							aggregation: { kind: 'weighted-mean', weights: [{ role: 'head', weight: 2 }] },
							divergence: {
								metric: 'spread',
								levels: [{ threshold: { kind: 'share', percent: 30 }, reached: 'from', action: 'warn' }]
							}
						})
					],
					timing: {
						leastMs: 300_000,
						mostMs: 600_000,
						warnBeforeMs: 60_000,
						graceMs: 15_000,
						stopAfterMs: 180_000,
						penalty: {
							over: { kind: 'linear', perMinute: 200, startedMinute: 'ceil' },
							under: {
								kind: 'bands',
								bands: [
									{ beyondMs: 60_000, points: 500 },
									{ beyondMs: 120_000, points: 'all' }
								]
							},
							cap: 1000,
							place: { kind: 'criterion', criterion: 'TT2' }
						}
					}
				}),
				aJudgedPart({
					code: 'DC',
					kind: 'outline',
					title: text('Đề cương', 'Outline'),
					maxPoints: 2000,
					rubric: 'DC',
					panels: [
						aPanel({
							aggregation: { kind: 'median' },
							divergence: {
								metric: 'dixon-q',
								levels: [{ threshold: { kind: 'confidence', percent: 95 }, reached: 'above', action: 'warn' }]
							}
						})
					]
				}),
				aGivenPart({ code: 'CC' })
			],
			carry: [{ stage: 'SK', weight: 50 }],
			tieBreaks: [
				{ kind: 'part', part: 'TT' },
				{ kind: 'criterion', criterion: 'TT1' },
				{ kind: 'exact-total' },
				{ kind: 'stage', stage: 'SK' },
				{ kind: 'median', part: 'TT' },
				{ kind: 'top-marks', part: null },
				{ kind: 'fewer-penalties' },
				{ kind: 'stage-time' },
				{ kind: 'head-judge' },
				{ kind: 'share' }
			],
			teams: { of: 'unit', combine: { kind: 'best', count: 2 }, leastMembers: 1, participationPoints: 500 }
		})
	],
	awards: [
		{
			code: 'nhat',
			title: text('Giải Nhất', 'First Prize'),
			source: { kind: 'rank', stage: 'CK' },
			quota: 1,
			per: 'contest',
			leastTotal: 5000,
			moreOnTie: true,
			notWith: [],
			gift: 'Giấy khen và 3.000.000 đồng'
		},
		{
			code: 'thuyet-trinh',
			title: text('Thuyết trình hay nhất', 'Best presentation'),
			source: { kind: 'part', part: 'TT' },
			quota: 1,
			per: 'contest',
			leastTotal: 0,
			moreOnTie: false,
			notWith: ['nhat'],
			gift: ''
		},
		{
			code: 'noi-dung',
			title: text('Nội dung tốt nhất', 'Best content'),
			source: { kind: 'criterion', criterion: 'TT1' },
			quota: 1,
			per: 'ranking',
			leastTotal: 0,
			moreOnTie: true,
			notWith: [],
			gift: ''
		},
		{
			code: 'tap-the',
			title: text('Giải tập thể', 'Unit prize'),
			source: { kind: 'team', stage: 'CK' },
			quota: 1,
			per: 'contest',
			leastTotal: 0,
			moreOnTie: true,
			notWith: [],
			gift: ''
		},
		{
			code: 'tham-gia',
			title: text('Tỷ lệ tham gia', 'Participation'),
			source: { kind: 'participation' },
			quota: 1,
			per: 'contest',
			leastTotal: 0,
			moreOnTie: true,
			notWith: [],
			gift: ''
		},
		{
			code: 'khuyen-khich',
			title: text('Khuyến khích', 'Encouragement'),
			source: { kind: 'manual' },
			quota: null,
			per: 'contest',
			leastTotal: 0,
			moreOnTie: true,
			notWith: [],
			gift: ''
		}
	],
	awardCaps: [{ awards: ['nhat', 'thuyet-trinh'], percent: 60 }],
	nomination: { to: text('Hội thi cấp tỉnh', 'Provincial contest'), awards: ['nhat'], top: { stage: 'CK', count: 2 } }
};

const rubrics: RecordedRubric[] = [
	{
		code: 'TT',
		name: 'Thuyết trình',
		max: 5000,
		criteria: [
			{ code: 'TT1', name: 'Nội dung', min: 0, max: 3000, step: 50, weight: 100, noteRequired: { below: 1500 } },
			{ code: 'TT2', name: 'Phong thái', min: 0, max: 2000, step: 50, weight: 100, noteRequired: 'never' }
		]
	},
	{
		code: 'DC',
		name: 'Đề cương',
		max: 1000,
		criteria: [{ code: 'DC1', name: 'Đề cương', min: 100, max: 1000, step: 25, weight: 100, noteRequired: 'always' }]
	}
];

const noKey = { tolerance: '', alsoCorrect: [] };
const options = ['A', 'B', 'C', 'D'];
const questions: RecordedQuestion[] = [
	{
		code: 'C1',
		kind: 'single',
		options,
		targets: [],
		key: { correct: { kind: 'options', options: ['A'] }, ...noKey },
		points: null
	},
	{
		code: 'C2',
		kind: 'multiple',
		options,
		targets: [],
		key: { correct: { kind: 'options', options: ['A', 'C'] }, ...noKey },
		points: 200
	},
	{
		code: 'C3',
		kind: 'ordering',
		options,
		targets: [],
		key: { correct: { kind: 'options', options: ['D', 'C', 'B', 'A'] }, ...noKey },
		points: null
	},
	{
		code: 'C4',
		kind: 'matching',
		options: ['a', 'b'],
		targets: ['1', '2'],
		key: { correct: { kind: 'pairs', pairs: { a: '1', b: '2' } }, ...noKey },
		points: null
	},
	{
		code: 'C5',
		kind: 'numeric',
		options: [],
		targets: [],
		key: { correct: { kind: 'number', value: '8.75' }, tolerance: '0.25', alsoCorrect: [] },
		points: null
	},
	{
		code: 'C6',
		kind: 'text',
		options: [],
		targets: [],
		key: { correct: { kind: 'text', value: 'Hòa Bình' }, tolerance: '', alsoCorrect: ['Hoà Bình'] },
		points: null
	},
	{
		code: 'N1',
		kind: 'truefalse',
		options: ['D', 'S'],
		targets: [],
		key: { correct: { kind: 'options', options: ['D'] }, ...noKey },
		points: null
	}
];

const numbers = ['TS01', 'TS02', 'TS03', 'TS04'];
const judges = ['GK1', 'GK2', 'GK3', 'GK4'];

export function fullContest(): ContestRecord {
	return aRecord(rules, {
		rubrics: structuredClone(rubrics),
		units: [aUnit('U1', { members: 40, quota: 3 }), aUnit('U2', { members: 25 })],
		contestants: numbers.map((number, at) =>
			aContestant(number, {
				name: `Nguyễn Văn ${at + 1}`,
				unit: at % 2 === 0 ? 'U1' : 'U2',
				category: at < 2 ? 'BCV' : 'TTV',
				cluster: at % 2 === 0 ? 'C1' : 'C2',
				team: at === 0 ? 'Đội 1' : null,
				route: at === 3 ? 'promoted' : 'direct'
			})
		),
		judges: [
			aJudge('GK1', { role: 'head', panels: ['BGK', 'KG'] }),
			...judges.slice(1).map((code) => aJudge(code)),
			aJudge('GK9', { panels: [] })
		],
		questions: structuredClone(questions),
		rounds: [
			{
				part: 'KT',
				title: 'Vòng 1',
				questions: questions.slice(0, 6).map(({ code }) => ({ question: code, allowedMs: 30_000, isSealed: true })),
				isFinished: true
			},
			{
				part: 'NHANH',
				title: 'Vòng 2',
				questions: [{ question: 'N1', allowedMs: 20_000, isSealed: true }],
				isFinished: true
			}
		],
		answers: numbers.flatMap((contestant, at) =>
			questions.map(({ code, key }, index) => ({
				contestant,
				question: code,
				choice: index === at ? { kind: 'options' as const, options: [] } : structuredClone(key.correct),
				usedMs: 1000 * (index + 1) + 7 * at
			}))
		),
		turns: numbers.map((number, at) =>
			aTurn(number, {
				session: at < 2 ? 'S' : 'C',
				startedAt: 1_626_310_800_000,
				endedAt: 1_626_311_400_000 + at * 40_000,
				removed: at === 1 ? [{ fromAt: 1_626_310_900_000, toAt: 1_626_310_930_000, reason: 'mất điện' }] : [],
				removedMs: at === 2 ? 5000 : 0
			})
		),
		sheets: numbers.flatMap((number, row) =>
			judges.map((judge, column) =>
				aSheet(number, judge, { TT1: 2500 + 50 * ((row + column) % 5), TT2: 1500 + 100 * row, DC1: 600 + 25 * column })
			)
		),
		given: numbers.map((contestant, at) => ({ part: 'CC', contestant, points: 900 + 25 * at, reason: 'chuyên cần' })),
		decisions: [
			aDecision(1, { kind: 'key', question: 'C1', key: { correct: { kind: 'options', options: ['B'] }, ...noKey } }),
			aDecision(2, { kind: 'void', question: 'C2' }),
			aDecision(3, { kind: 'recusal', judge: 'GK2', contestant: 'TS01', part: null, how: 'recused' }),
			aDecision(4, { kind: 'substitute', judge: 'GK3', substitute: 'GK9', session: 'S', onward: true }),
			aDecision(5, { kind: 'missing-judge', panel: 'BGK', session: null, policy: 'mean-of-present' }),
			aDecision(6, {
				kind: 'divergence',
				part: 'TT',
				panel: 'BGK',
				contestant: 'TS02',
				outcome: { kind: 'head', value: 4000 }
			}),
			aDecision(7, {
				kind: 'divergence',
				part: 'TT',
				panel: 'BGK',
				contestant: 'TS03',
				outcome: { kind: 'extra', judge: 'GK9' }
			}),
			aDecision(8, { kind: 'points', stage: 'CK', part: 'TT', contestant: 'TS04', points: -100 }),
			aDecision(9, { kind: 'time', stage: 'CK', contestant: 'TS01', removedMs: 10_000 }),
			aDecision(10, { kind: 'tie', stage: 'CK', key: 'head-judge', order: [['TS01'], ['TS02', 'TS03']], seed: null }),
			aDecision(11, { kind: 'advance', stage: 'SK', contestant: 'TS04', goesOn: true }),
			aDecision(12, { kind: 'award', award: 'khuyen-khich', to: { contestant: 'TS04' }, given: true }),
			aDecision(13, { kind: 'award', award: 'tham-gia', to: { unit: 'U2' }, given: true }),
			aDecision(14, { kind: 'override', problem: 'slot-missing', path: 'turns' }, { confirmedBy: null }),
			aDecision(15, { kind: 'void', question: 'C2' }, { takesBack: 2 }),
			aDecision(16, {
				kind: 'answer',
				question: 'C1',
				contestant: 'TS02',
				choice: { kind: 'options', options: ['A'] },
				usedMs: 4200,
				counts: true
			}),
			aDecision(17, {
				kind: 'points',
				stage: 'CK',
				part: 'TT',
				contestant: 'TS03',
				points: -50,
				lateEntry: 'de-cuong'
			})
		],
		lateEntries: [
			{
				entry: 'de-cuong',
				title: 'Đề cương',
				contestant: 'TS03',
				part: 'TT',
				points: 50,
				dueAt: '2021-07-10T10:00:00.000Z',
				handedInAt: '2021-07-10T10:05:00.000Z'
			}
		],
		draws: [
			{
				title: 'Thứ tự dự thi buổi sáng',
				kind: 'tickets',
				session: 'S',
				items: numbers.slice(0, 2).map((id) => ({ id, unit: 'U1', slot: null })),
				tickets: ['P1', 'P2'],
				constraints: { unitsApart: true },
				commitment: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
				witnesses: [{ name: 'Trần Thị B', said: '17' }],
				seed: '17',
				result: [
					{ id: 'TS02', ticket: 'P1' },
					{ id: 'TS01', ticket: 'P2' }
				],
				redrawReason: null
			}
		]
	});
}
