// Order, ranks and the sentences that explain them (R41–R43, R162–R168).
import { expect, test } from 'vitest';
import { drawSome } from '../lots.ts';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aQuizPart,
	aRecord,
	aSheet,
	aStage,
	aTurn
} from '../record/contest-record.fixture.ts';
import type { TieBreak } from '../rules/ties.ts';
import { computeResult } from './compute.ts';
import { anAnswer, aRound, aSingle, optionsOf } from './golden/questions.fixture.ts';
import { rubric } from './judged-part.fixture.ts';
import { firstRanking, givenRecord, ranksOf } from './places.fixture.ts';
import { tieTitle } from './tie-phrase.ts';
import { indexRecord } from './record-index.ts';

test('R41 the higher total is ahead; equal totals ask the keys in order until one tells them apart', () => {
	const places = firstRanking(
		givenRecord(
			{ TS01: [4000, 4000, 1000], TS02: [4000, 3000, 2000], TS03: [3000, 5000, 1000], TS04: [5000, 4500, 0] },
			{
				tieBreaks: [
					{ kind: 'part', part: 'A' },
					{ kind: 'part', part: 'B' }
				]
			}
		)
	);
	// TS04 95,00; then three with 90,00: A 40, 40, 30; B 40, 30
	expect(ranksOf(places)).toEqual(['TS04 1', 'TS01 2', 'TS02 3', 'TS03 4']);
	expect(places[1]?.why.vi).toBe(
		'Hạng 2 với 90,00 điểm, bằng điểm 2 thí sinh khác; xếp trên SBD TS02 nhờ điểm phần Thuyết trình 40,00 > 30,00.'
	);
	expect(places[2]?.why).toEqual({
		vi: 'Hạng 3 với 90,00 điểm, bằng điểm 2 thí sinh khác; xếp dưới SBD TS01 do điểm phần Thuyết trình 30,00 < 40,00; xếp trên SBD TS03 nhờ điểm phần Đề cương 40,00 > 30,00.',
		en: 'Place 3 with 90.00 points, level with 2 other contestants; below No. TS01 by points for Thuyết trình 30.00 < 40.00; above No. TS03 by points for Đề cương 40.00 > 30.00.'
	});
	expect(places[2]?.decidedBy).toEqual({ tieBreak: { kind: 'part', part: 'B' }, against: 'TS01', isAhead: false });
});

test('R43 equal in everything: a shared rank, the next ones are skipped', () => {
	const places = firstRanking(givenRecord({ TS10: [9000], TS9: [8000], TS02: [8000], TS01: [7000] }));
	expect(ranksOf(places)).toEqual(['TS10 1', 'TS02 2=', 'TS9 2=', 'TS01 4']);
	expect(places[1]?.why.vi).toBe('Đồng hạng 2 với SBD TS9, cùng 80,00 điểm; thể lệ không có tiêu chí phụ.');
});

test('R43 who does not compete has no rank and comes last, with the reason', () => {
	const places = firstRanking(
		givenRecord(
			{ TS01: [9900], TS02: [8000], TS03: [null], TS04: [null] },
			{},
			{
				contestants: [
					aContestant('TS01', { status: 'disqualified' }),
					aContestant('TS02'),
					aContestant('TS03', { status: 'force-majeure' }),
					aContestant('TS04', { status: 'withdrawn' })
				]
			}
		)
	);
	expect(ranksOf(places)).toEqual(['TS02 1', 'TS01 –', 'TS03 –', 'TS04 –']);
	expect(places.slice(1).map(({ why }) => why.vi)).toEqual([
		'Bị loại, không xếp hạng.',
		'Không dự thi vì lý do bất khả kháng, không xếp hạng.',
		'Rút khỏi hội thi, không xếp hạng.'
	]);
});

const twins = { TS01: [8000], TS02: [8000], TS03: [8000], TS04: [7000] };

test('R165 a key people decide takes the places they gave, with their reason', () => {
	const places = firstRanking(
		givenRecord(
			twins,
			{ tieBreaks: [{ kind: 'extra-question' }] },
			{
				decisions: [
					aDecision(
						1,
						{ kind: 'tie', stage: 'CK', key: 'extra-question', order: [['TS03'], ['TS01', 'TS02']], seed: null },
						{ reason: 'biên bản câu hỏi phụ số 1' }
					)
				]
			}
		)
	);
	expect(ranksOf(places)).toEqual(['TS03 1', 'TS01 2=', 'TS02 2=', 'TS04 4']);
	expect(places[0]?.why.vi).toBe(
		'Hạng 1 với 80,00 điểm, bằng điểm 2 thí sinh khác; xếp trên SBD TS01 nhờ kết quả câu hỏi phụ (biên bản câu hỏi phụ số 1).'
	);
});

test('R166 while nobody has decided about all who are tied, they share the place and the key is missing', () => {
	const tieBreaks: TieBreak[] = [{ kind: 'part', part: 'A' }, { kind: 'head-judge' }];
	const open = computeResult(givenRecord(twins, { tieBreaks }));
	expect(ranksOf(open.stages[0]?.rankings[0]?.places ?? [])).toEqual(['TS01 1=', 'TS02 1=', 'TS03 1=', 'TS04 4']);
	expect(open.missing).toEqual([
		{ kind: 'tie', stage: 'CK', key: 'head-judge', contestants: ['TS01', 'TS02', 'TS03'] }
	]);
	expect(open.stages[0]?.rankings[0]?.places[0]?.why.vi).toContain('chờ quyết định của Trưởng Ban Giám khảo');
	// A decision about two of the three does not say where the third stands.
	const some = aDecision(1, { kind: 'tie', stage: 'CK', key: 'head-judge', order: [['TS02'], ['TS01']], seed: null });
	const half = computeResult(givenRecord(twins, { tieBreaks }, { decisions: [some] }));
	expect(half.missing).toHaveLength(1);
	expect(ranksOf(half.stages[0]?.rankings[0]?.places ?? [])[0]).toBe('TS01 1=');
});

test('R166 a decision taken back does not hold, a later one replaces an earlier one', () => {
	const order = (...numbers: string[]) =>
		({ kind: 'tie', stage: 'CK', key: 'head-judge', order: numbers.map((number) => [number]), seed: null }) as const;
	const first = aDecision(1, order('TS01', 'TS02', 'TS03'));
	const second = aDecision(2, order('TS03', 'TS02', 'TS01'));
	const back = aDecision(3, order('TS03', 'TS02', 'TS01'), { takesBack: 2 });
	const winner = (decisions: (typeof first)[]) =>
		firstRanking(givenRecord(twins, { tieBreaks: [{ kind: 'head-judge' }] }, { decisions }))[0]?.contestant;
	expect(winner([first, second])).toBe('TS03');
	expect(winner([first, second, back])).toBe('TS01');
});

test('R167 lots count when their order is the draw of their seed, and only then', () => {
	const drawn = drawSome('27-15-08', ['TS01', 'TS02', 'TS03'], 3);
	const lots = (order: string[]) =>
		givenRecord(
			twins,
			{ tieBreaks: [{ kind: 'lots' }] },
			{
				decisions: [
					aDecision(1, {
						kind: 'tie',
						stage: 'CK',
						key: 'lots',
						order: order.map((number) => [number]),
						seed: '27-15-08'
					})
				]
			}
		);
	expect(firstRanking(lots(drawn)).map(({ contestant }) => contestant)).toEqual([...drawn, 'TS04']);
	expect(computeResult(lots([...drawn].reverse())).missing.map(({ kind }) => kind)).toEqual(['tie']);
});

test('R41 a shared place by the rules ends the chain', () => {
	const places = firstRanking(
		givenRecord(
			{ TS01: [5000, 3000], TS02: [3000, 5000] },
			{ tieBreaks: [{ kind: 'share' }, { kind: 'part', part: 'A' }] }
		)
	);
	expect(ranksOf(places)).toEqual(['TS01 1=', 'TS02 1=']);
});

test('R168 each category and cluster is ranked by itself where the rules say so', () => {
	const record = givenRecord(
		{ TS01: [9000], TS02: [8000], TS03: [7000], TS04: [6000] },
		{ rankedBy: ['category'] },
		{
			contestants: ['tỉnh', 'huyện', 'tỉnh', 'huyện'].map((category, at) => aContestant(`TS0${at + 1}`, { category }))
		}
	);
	const { rankings } = computeResult(record).stages[0]!;
	expect(rankings.map(({ category, places }) => [category, ranksOf(places)])).toEqual([
		['huyện', ['TS02 1', 'TS04 2']],
		['tỉnh', ['TS01 1', 'TS03 2']]
	]);
});

/** Two contestants before three judges with equal totals; TT1 up to 30,00, TT2 up to 20,00. */
function judgedTie(sheets: Record<string, [number, number][]>, tieBreak: TieBreak) {
	const record = aRecord(
		{ stages: [aStage({ parts: [aJudgedPart()], tieBreaks: [tieBreak] })] },
		{
			rubrics: [rubric],
			contestants: Object.keys(sheets).map((number) => aContestant(number)),
			judges: ['GK1', 'GK2', 'GK3'].map((code) => aJudge(code)),
			turns: Object.keys(sheets).map((number) => aTurn(number)),
			sheets: Object.entries(sheets).flatMap(([number, marks]) =>
				marks.map(([TT1, TT2], at) => aSheet(number, `GK${at + 1}`, { TT1, TT2 }))
			)
		}
	);
	return firstRanking(record);
}

test('R42 the mean of a criterion is compared exactly and written until it differs', () => {
	const places = judgedTie(
		{
			TS01: [
				[2500, 1500],
				[2500, 1500],
				[2475, 1525]
			],
			TS02: [
				[2500, 1500],
				[2500, 1500],
				[2500, 1500]
			]
		},
		{ kind: 'criterion', criterion: 'TT1' }
	);
	// TT1: (25 + 25 + 24,75) / 3 = 24,91666… and 25,00
	expect(ranksOf(places)).toEqual(['TS02 1', 'TS01 2']);
	expect(places[0]?.why.vi).toContain('nhờ điểm tiêu chí TT1 (Nội dung) 25,00 > 24,92');
});

test('R162 the median of the sheets that count', () => {
	const places = judgedTie(
		{
			TS01: [
				[2000, 1000],
				[2000, 1500],
				[3000, 1000]
			],
			TS02: [
				[2000, 1000],
				[2500, 1250],
				[2750, 1000]
			]
		},
		{ kind: 'median', part: 'TT' }
	);
	// Sheets 30, 35, 40 (sum 105, median 35) and 30, 37,5, 37,5 (sum 105, median 37,5)
	expect(ranksOf(places)).toEqual(['TS02 1', 'TS01 2']);
	expect(places[0]?.why.vi).toContain('trung vị các phiếu phần Thuyết trình 37,50 > 35,00');
});

test('R163 criteria given their maximum, in one part or in all', () => {
	const places = judgedTie(
		{
			TS01: [
				[3000, 1000],
				[3000, 1000],
				[2000, 2000]
			],
			TS02: [
				[2500, 1500],
				[2500, 1500],
				[2500, 1500]
			]
		},
		{ kind: 'top-marks', part: null }
	);
	expect(ranksOf(places)).toEqual(['TS01 1', 'TS02 2']);
	expect(places[0]?.why.vi).toContain('số lần đạt điểm tối đa 3 > 0');
});

test('R164 less time on stage is ahead, in whole seconds', () => {
	const even: [number, number][] = [
		[2500, 1500],
		[2500, 1500],
		[2500, 1500]
	];
	const timed = aJudgedPart({
		timing: { leastMs: 0, mostMs: 1_200_000, warnBeforeMs: 60_000, graceMs: 0, stopAfterMs: null, penalty: null }
	});
	const contest = (endedAt: number) =>
		aRecord(
			{ stages: [aStage({ parts: [timed], tieBreaks: [{ kind: 'stage-time' }] })] },
			{
				rubrics: [rubric],
				contestants: ['TS01', 'TS02'].map((number) => aContestant(number)),
				judges: ['GK1', 'GK2', 'GK3'].map((code) => aJudge(code)),
				turns: [aTurn('TS01', { endedAt }), aTurn('TS02', { endedAt: 600_000 })],
				sheets: ['TS01', 'TS02'].flatMap((number) =>
					even.map(([TT1, TT2], at) => aSheet(number, `GK${at + 1}`, { TT1, TT2 }))
				)
			}
		);
	const places = firstRanking(contest(601_000));
	expect(ranksOf(places)).toEqual(['TS02 1', 'TS01 2']);
	expect(places[0]?.why.vi).toContain('nhờ thời gian trình bày 10 phút < 10 phút 1 giây');
	expect(ranksOf(firstRanking(contest(600_999)))).toEqual(['TS01 1=', 'TS02 1=']);
});

test('R42 nobody without a right answer is ahead by the time of right answers', () => {
	const record = aRecord(
		{
			stages: [
				aStage({
					parts: [aQuizPart({ questionCount: 1, maxPoints: 200 })],
					tieBreaks: [{ kind: 'answer-time' }]
				})
			]
		},
		{
			contestants: ['TS01', 'TS02'].map((number) => aContestant(number)),
			questions: [aSingle('C1')],
			rounds: [aRound('KT', ['C1'])],
			answers: [anAnswer('TS02', 'C1', optionsOf('A'), 19_000)],
			// TS01 did not answer and has 2,00 by decision.
			decisions: [aDecision(1, { kind: 'points', stage: 'CK', part: null, contestant: 'TS01', points: 200 })]
		}
	);
	const places = firstRanking(record);
	expect(ranksOf(places)).toEqual(['TS02 1', 'TS01 2']);
	expect(places[1]?.why.vi).toContain('do tổng thời gian trả lời đúng không có – 19,000 giây');
});

test('R43 every key of the chain has a name in both languages', () => {
	const index = indexRecord(givenRecord({ TS01: [1] }));
	const keys: TieBreak[] = [
		{ kind: 'part', part: 'A' },
		{ kind: 'criterion', criterion: 'TT1' },
		{ kind: 'exact-total' },
		{ kind: 'stage', stage: 'CK' },
		{ kind: 'median', part: 'A' },
		{ kind: 'top-marks', part: null },
		{ kind: 'top-marks', part: 'A' },
		{ kind: 'fewer-penalties' },
		{ kind: 'stage-time' },
		{ kind: 'right-answers' },
		{ kind: 'answer-time' },
		{ kind: 'extra-question' },
		{ kind: 'lots' },
		{ kind: 'head-judge' },
		{ kind: 'share' }
	];
	const titles = keys.map((key) => tieTitle(index, key));
	expect(new Set(titles.map(({ vi }) => vi)).size).toBe(keys.length);
	expect(new Set(titles.map(({ en }) => en)).size).toBe(keys.length);
});
