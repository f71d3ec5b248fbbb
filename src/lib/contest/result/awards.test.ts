// The plan of awards on rankings by hand (R50–R52, R180–R187).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio } from '../points.ts';
import type { Decision } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import type { Award, AwardCap, Nomination } from '../rules/prizes.ts';
import { proposeAwards } from './awards.ts';
import { nominate } from './nominations.ts';
import { indexRecord } from './record-index.ts';
import type { PartScore, Place, StageResult } from './result.ts';

type Line = [number: string, rank: number | null, total: number, talent?: number];

const award = (code: string, quota: number | null, more: Partial<Award> = {}): Award => ({
	code,
	title: { vi: code, en: code },
	source: { kind: 'rank', stage: 'CK' },
	quota,
	per: 'ranking',
	leastTotal: 0,
	moreOnTie: true,
	notWith: [],
	gift: '',
	...more
});

function partScore(points: number): PartScore {
	return {
		part: 'NK',
		exact: ratio(points),
		counted: ratio(0),
		points: 0,
		penalty: 0,
		notes: [],
		detail: { kind: 'given', points }
	};
}

function standingsOf(
	lines: Line[] | Line[][],
	awards: Award[],
	more: { caps?: AwardCap[]; decisions?: Decision[]; onlyForFun?: string[]; nomination?: Nomination } = {}
) {
	const lists = (Array.isArray(lines[0]?.[0]) ? lines : [lines]) as Line[][];
	const part = { kind: 'given', code: 'NK', title: { vi: 'Năng khiếu', en: 'Talent' }, weight: 0 };
	const record = {
		rules: {
			rounding: { mode: 'half-up', decimals: 2, at: 'part' },
			stages: [{ code: 'CK', parts: [part] }],
			awards,
			awardCaps: more.caps ?? [],
			nomination: more.nomination ?? null
		},
		rubrics: [],
		contestants: lists
			.flat()
			.map(([number]) => ({ number, mayWin: !more.onlyForFun?.includes(number), status: 'competing' })),
		judges: [],
		questions: [],
		rounds: [],
		answers: [],
		turns: [],
		sheets: [],
		given: [],
		decisions: more.decisions ?? []
	} as unknown as ContestRecord;
	const place = ([contestant, rank, total, talent]: Line, all: Line[]): Place => ({
		contestant,
		rank,
		shared: all.filter((other) => other[1] === rank).length > 1,
		total,
		exactTotal: ratio(total),
		score: {
			contestant,
			status: 'competing',
			parts: { NK: talent === undefined ? null : partScore(talent) },
			carried: [],
			adjusted: 0
		},
		decidedBy: null,
		why: { vi: '', en: '' }
	});
	const stages: StageResult[] = [
		{
			stage: 'CK',
			rankings: lists.map((list, at) => ({
				category: `N${at}`,
				cluster: null,
				places: list.map((line) => place(line, list))
			})),
			teams: [],
			advancement: null
		}
	];
	const units = [
		{ unit: 'A', entered: 2, tookPart: 2, rate: { numerator: 2, denominator: 40 } },
		{ unit: 'B', entered: 3, tookPart: 3, rate: { numerator: 3, denominator: 50 } },
		{ unit: 'C', entered: 1, tookPart: 0, rate: { numerator: 0, denominator: 1 } },
		{ unit: 'D', entered: 5, tookPart: 5, rate: null }
	];
	return { index: indexRecord(record), stages, units };
}

const winnersOf = (standings: ReturnType<typeof standingsOf>) =>
	Object.fromEntries(
		proposeAwards(standings).map(({ award: code, winners }) => [
			code,
			winners.map((each) => each.contestant ?? each.unit)
		])
	);

const decision = (sequence: number, code: string, contestant: string, given: boolean): Decision => ({
	kind: 'award',
	award: code,
	to: { contestant },
	given,
	sequence,
	reason: 'Có thành tích vận động quần chúng',
	by: 'BTC',
	confirmedBy: 'Trưởng ban',
	at: '2021-07-17T10:00:00Z',
	takesBack: null
});

const six: Line[] = [
	['TS01', 1, 9000],
	['TS02', 2, 8800],
	['TS03', 3, 8700],
	['TS04', 3, 8700],
	['TS05', 5, 8000],
	['TS06', 6, 4000]
];

test('R50: 1 Nhất, 1 Nhì and the rest, nobody below the minimum', () => {
	const plan = [award('nhat', 1), award('nhi', 1), award('kk', null, { leastTotal: 5000 })];
	expect(winnersOf(standingsOf(six, plan))).toEqual({
		nhat: ['TS01'],
		nhi: ['TS02'],
		kk: ['TS03', 'TS04', 'TS05']
	});
});

test('R51: level at the end of the quota all receive it, the next award keeps its full quota', () => {
	const plan = [award('nhat', 1), award('nhi', 2), award('ba', 1)];
	const result = standingsOf(six, plan);
	expect(winnersOf(result)).toEqual({ nhat: ['TS01'], nhi: ['TS02', 'TS03', 'TS04'], ba: ['TS05'] });
	expect(proposeAwards(result)[1]?.why).toEqual({
		vi: 'Cơ cấu 2 giải cho mỗi bảng xếp hạng; xét trao 3; xét thêm vì 2 trường hợp bằng nhau (đồng hạng 3 với 87,00 điểm).',
		en: 'Planned 2 in each ranking; 3 named; more than planned because 2 are level (shares place 3, 87.00 points).'
	});
});

test('R52: without more on a tie none of the level receives it, and they come first for the next award', () => {
	const plan = [award('nhat', 1), award('nhi', 2, { moreOnTie: false }), award('ba', 3)];
	expect(winnersOf(standingsOf(six, plan))).toEqual({ nhat: ['TS01'], nhi: ['TS02'], ba: ['TS03', 'TS04', 'TS05'] });
});

test('R180, R181: each category has its own quota, or the quota holds for the contest and totals decide', () => {
	const two: Line[][] = [
		[
			['TS01', 1, 9000],
			['TS02', 2, 8000]
		],
		[
			['TS11', 1, 8500],
			['TS12', null, 8400]
		]
	];
	expect(winnersOf(standingsOf(two, [award('nhat', 1)]))).toEqual({ nhat: ['TS01', 'TS11'] });
	expect(winnersOf(standingsOf(two, [award('nhat', 2, { per: 'contest' })]))).toEqual({ nhat: ['TS01', 'TS11'] });
	expect(winnersOf(standingsOf(two, [award('nhat', 1, { per: 'contest' })]))).toEqual({ nhat: ['TS01'] });
});

test('R182: the best talent has a prize of its own although the part does not count in the total', () => {
	const lines: Line[] = [
		['TS01', 1, 9000, 700],
		['TS02', 2, 8800, 900],
		['TS03', 3, 8700]
	];
	const plan = [award('nhat', 1), award('tai-nang', 1, { source: { kind: 'part', part: 'NK' } })];
	const result = standingsOf(lines, plan);
	expect(winnersOf(result)).toEqual({ nhat: ['TS01'], 'tai-nang': ['TS02'] });
	expect(proposeAwards(result)[1]?.winners[0]?.why.vi).toBe('phần Năng khiếu 9,00 điểm');
});

test('R180, R182: who is equally best in two lists has the prize once', () => {
	const again: Line[][] = [
		[
			['TS01', 1, 9000, 800],
			['TS02', 2, 8000, 700]
		],
		[['TS01', 1, 8500, 800]]
	];
	const talent = award('nk', 2, { source: { kind: 'part', part: 'NK' }, per: 'contest' });
	expect(winnersOf(standingsOf(again, [talent]))).toEqual({ nk: ['TS01', 'TS02'] });
});

test('R183: units by contestants per member: 3 of 50 before 2 of 40; none that took no part or of unknown size', () => {
	// 3/50 = 6 %, 2/40 = 5 %.
	const plan = [award('phong-trao', 3, { source: { kind: 'participation' } })];
	const result = standingsOf(six, plan);
	expect(winnersOf(result)).toEqual({ 'phong-trao': ['B', 'A'] });
	expect(proposeAwards(result)[0]?.winners[0]?.why.vi).toBe('3 thí sinh, tỷ lệ tham gia 6,00 %');
});

test('R184: organisers may play but not win; side prizes may exclude each other', () => {
	const plan = [award('nhat', 1), award('dac-biet', 1, { notWith: ['nhat'], source: { kind: 'part', part: 'NK' } })];
	const lines: Line[] = [
		['TS01', 1, 9000, 900],
		['TS02', 2, 8000, 900],
		['TS03', 3, 7000, 800]
	];
	expect(winnersOf(standingsOf(lines, plan, { onlyForFun: ['TS01'] }))).toEqual({
		nhat: ['TS02'],
		'dac-biet': ['TS03']
	});
});

test('R185: what is given by decision comes first and uses the quota; whom it was taken from is passed over', () => {
	const decisions = [decision(1, 'nhi', 'TS06', true), decision(2, 'nhat', 'TS01', false)];
	const result = standingsOf(six, [award('nhat', 1), award('nhi', 2)], { decisions });
	expect(winnersOf(result)).toEqual({ nhat: ['TS02'], nhi: ['TS06', 'TS01'] });
	expect(proposeAwards(result)[1]?.winners[0]?.why.vi).toBe(
		'theo quyết định của Ban Tổ chức: Có thành tích vận động quần chúng'
	);
});

test('R184, R185: who was given a later award by decision is passed over for an earlier one by rank', () => {
	const decisions = [decision(1, 'nhi', 'TS01', true)];
	expect(winnersOf(standingsOf(six, [award('nhat', 1), award('nhi', 1)], { decisions }))).toEqual({
		nhat: ['TS02'],
		nhi: ['TS01']
	});
});

test('R185: a decision uses the quota also for somebody without a rank', () => {
	const lines: Line[] = [...six, ['TS07', null, 0]];
	const decisions = [decision(1, 'nhi', 'TS07', true)];
	expect(winnersOf(standingsOf(lines, [award('nhat', 1), award('nhi', 1)], { decisions }))).toEqual({
		nhat: ['TS01'],
		nhi: ['TS07']
	});
});

test('R186: awards together no more than a share of those who took part, also when more are level', () => {
	// 10 took part (2 + 3 + 5): 40 % are 4. Nhất and Nhì use 2; TS03 and TS04 fill it; nothing is left for the rest.
	const plan = [award('nhat', 1), award('nhi', 1), award('ba', 1), award('kk', null)];
	const caps = [{ awards: ['nhat', 'nhi', 'ba', 'kk'], percent: 40 }];
	expect(winnersOf(standingsOf(six, plan, { caps }))).toEqual({
		nhat: ['TS01'],
		nhi: ['TS02'],
		ba: ['TS03', 'TS04'],
		kk: []
	});
	// 30 % are 3: the two who are level do not fit.
	const three = [{ awards: ['nhat', 'nhi', 'ba', 'kk'], percent: 30 }];
	expect(winnersOf(standingsOf(six, plan, { caps: three }))).toEqual({ nhat: ['TS01'], nhi: ['TS02'], ba: [], kk: [] });
});

test('R185, R186: what is given by decision takes its place under a cap before anything goes by rank', () => {
	// 40 % of the 10 who took part are 4: TS06 by decision, TS01 and TS02 by rank; the two who are level no longer fit.
	const plan = [award('nhat', 1), award('nhi', 1), award('ba', 2), award('kk', 1)];
	const caps = [{ awards: ['nhat', 'nhi', 'ba', 'kk'], percent: 40 }];
	const decisions = [decision(1, 'kk', 'TS06', true)];
	expect(winnersOf(standingsOf(six, plan, { caps, decisions }))).toEqual({
		nhat: ['TS01'],
		nhi: ['TS02'],
		ba: [],
		kk: ['TS06']
	});
});

test('R185, R186: a decision goes beyond quota and cap, and the award says by how many', () => {
	// 20 % of the 10 who took part are 2; 3 have Ba by decision, planned is one.
	const plan = [award('nhat', 1), award('ba', 1)];
	const caps = [{ awards: ['nhat', 'ba'], percent: 20 }];
	const decisions = ['TS04', 'TS05', 'TS06'].map((number, at) => decision(at + 1, 'ba', number, true));
	const standings = standingsOf(six, plan, { caps, decisions });
	expect(winnersOf(standings)).toEqual({ nhat: [], ba: ['TS04', 'TS05', 'TS06'] });
	const [first, third] = proposeAwards(standings);
	expect(first?.why.vi).toBe(
		'Cơ cấu 1 giải cho mỗi bảng xếp hạng; không xét trao cho ai; dừng trước 1 trường hợp tiếp theo (hạng 1 với 90,00 điểm) vì sẽ vượt tổng số giải thể lệ cho phép.'
	);
	expect(third?.why).toEqual({
		vi: 'Cơ cấu 1 giải cho mỗi bảng xếp hạng; xét trao 3; vượt tổng số giải thể lệ cho phép 1 giải theo quyết định của Ban Tổ chức; hơn cơ cấu 2 giải theo quyết định của Ban Tổ chức.',
		en: 'Planned 1 in each ranking; 3 named; 1 more than the rules allow together, by decision of the organising committee; 2 more than planned by decision of the organising committee.'
	});
});

test('R52: who is level and does not fit is said not to receive it, also where no award follows', () => {
	const [only] = proposeAwards(standingsOf(six, [award('nhat', 3, { moreOnTie: false })]));
	expect(only?.why.vi).toBe(
		'Cơ cấu 3 giải cho mỗi bảng xếp hạng; xét trao 2; 2 trường hợp bằng nhau (đồng hạng 3 với 87,00 điểm) vượt cơ cấu nên không nhận giải này.'
	);
});

test('R187: the next level receives the holders of the named awards and the best of the stage, each once', () => {
	const nomination = { to: { vi: 'Tỉnh', en: 'Province' }, awards: ['nhi'], top: { stage: 'CK', count: 3 } };
	const standings = standingsOf(six, [award('nhat', 1), award('nhi', 1)], { nomination });
	expect(nominate(standings.index, standings.stages, proposeAwards(standings))).toEqual([
		'TS02',
		'TS01',
		'TS03',
		'TS04'
	]);
});

test('R187: who may not win is not proposed, and the place goes to the next; of several rankings the best of each', () => {
	const nomination = { to: { vi: 'Tỉnh', en: 'Province' }, awards: [], top: { stage: 'CK', count: 2 } };
	const proposed = (lines: Line[] | Line[][], onlyForFun: string[]) => {
		const standings = standingsOf(lines, [], { nomination, onlyForFun });
		return nominate(standings.index, standings.stages, []);
	};
	// Without TS01 the best two are TS02 and those who share rank 3.
	expect(proposed(six, ['TS01'])).toEqual(['TS02', 'TS03', 'TS04']);
	expect(proposed([six.slice(0, 3), [['TS11', 1, 8000]]], [])).toEqual(['TS01', 'TS02', 'TS11']);
});

test('R50–R52, R184, R186: on any ranking nobody has two awards by rank, quotas hold but for ties, caps always', () => {
	const ranking = fc
		.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 })
		.map((totals) => [...totals].sort((a, b) => b - a))
		.map((totals) => totals.map((total, at): Line => [`TS${10 + at}`, totals.indexOf(total) + 1, total * 100]));
	const plan = fc.array(fc.record({ quota: fc.option(fc.integer({ min: 1, max: 4 })), moreOnTie: fc.boolean() }), {
		minLength: 1,
		maxLength: 4
	});
	fc.assert(
		fc.property(ranking, plan, fc.integer({ min: 0, max: 100 }), (lines, awards, percent) => {
			const codes = awards.map((_, at) => `A${at}`);
			const standings = standingsOf(
				lines,
				awards.map(({ quota, moreOnTie }, at) => award(`A${at}`, quota, { moreOnTie })),
				{ caps: [{ awards: codes, percent }] }
			);
			const results = proposeAwards(standings);
			const all = results.flatMap(({ winners }) => winners.map(({ contestant }) => contestant));
			expect(new Set(all).size).toBe(all.length);
			expect(all.length).toBeLessThanOrEqual(Math.floor((10 * percent) / 100));
			for (const [at, { winners }] of results.entries()) {
				const { quota, moreOnTie } = awards[at] ?? { quota: 0, moreOnTie: false };
				if (quota !== null && !moreOnTie) expect(winners.length).toBeLessThanOrEqual(quota);
				// A better place is never passed over for a worse one.
				const ranks = winners.map(({ contestant }) => lines.find(([number]) => number === contestant)?.[1] ?? 0);
				expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
			}
		}),
		{ numRuns: 1000 }
	);
});
