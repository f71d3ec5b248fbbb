// R20–R23 and R33: from the sheets of a panel to the points of a part.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criterionMean, judgedPartScore } from './judged-part.ts';
import { aggregate } from './panel.ts';
import { compareRatios } from './ratio.ts';
import type { Marks, Rubric } from './rubric.ts';
import type { JudgedPart, Timing } from './rules.ts';
import { marksAfterTime } from './timing.ts';

const criterion = (code: string, max: number) => ({ code, name: code, max, step: 25, bands: [] });
const rubric: Rubric = {
	code: 'TT',
	name: 'Thuyết trình',
	max: 5000,
	criteria: [criterion('TT1', 2000), criterion('TT2', 3000)]
};
const timing: Timing = {
	leastMs: 0,
	mostMs: 600_000,
	warnBeforeMs: 60_000,
	graceMs: 15_000,
	penalty: { perMinute: 100, startedMinute: 'ceil', cap: 500, place: { kind: 'part' } }
};
const part: JudgedPart = {
	kind: 'presentation',
	code: 'TT',
	title: { vi: 'Thuyết trình', en: 'Presentation' },
	maxPoints: 6000,
	rubric: 'TT',
	aggregation: { kind: 'mean' },
	timing
};
const sheet = (judgeId: string, first: number | null, second: number | null) => ({
	judgeId,
	marks: { TT1: first, TT2: second } as Marks
});
const clock = (used: number) => ({
	calledAt: 0,
	onStageAt: 0,
	startedAt: 1_000_000,
	endedAt: 1_000_000 + used,
	removedMs: 0
});

describe('R20 the mean', () => {
	test('given 80, 85 and 86, then 251/3, not rounded yet', () => {
		expect(aggregate({ kind: 'mean' }, [8000, 8500, 8600])).toEqual({
			value: { numerator: 25_100, denominator: 3 },
			dropped: []
		});
	});
	test('given no sheet, then nothing', () => {
		expect(aggregate({ kind: 'mean' }, [])).toBeNull();
	});
});

describe('R21 without the highest and lowest', () => {
	const trimmed = { kind: 'trimmed', drop: 1, leastPanel: 5 } as const;
	test('given five judges, then the middle three count', () => {
		expect(aggregate(trimmed, [9000, 8000, 8500, 8200, 5000])).toEqual({
			value: { numerator: 24_700, denominator: 3 },
			dropped: [0, 4]
		});
	});
	test('given four judges where five are needed, then all count', () => {
		expect(aggregate(trimmed, [9000, 8000, 8500, 5000])?.dropped).toEqual([]);
	});
	test('given equal sheets, then the first is dropped as low and the last as high', () => {
		expect(aggregate(trimmed, [8000, 8000, 8000, 8000, 8000])).toEqual({
			value: { numerator: 8000, denominator: 1 },
			dropped: [0, 4]
		});
	});
	test('given a drop that would leave nobody, then all count', () => {
		expect(aggregate({ kind: 'trimmed', drop: 2, leastPanel: 1 }, [1, 2, 3, 4])?.dropped).toEqual([]);
	});
	test('the value lies between the lowest and highest sheet and does not depend on their order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 15 }),
				fc.integer({ min: 0, max: 3 }),
				(totals, drop) => {
					const rule = drop === 0 ? ({ kind: 'mean' } as const) : ({ kind: 'trimmed', drop, leastPanel: 3 } as const);
					const { value } = aggregate(rule, totals)!;
					const backwards = aggregate(rule, [...totals].reverse())!.value;
					const least = { numerator: Math.min(...totals), denominator: 1 };
					const most = { numerator: Math.max(...totals), denominator: 1 };
					expect(backwards).toEqual(value);
					return compareRatios(value, least) >= 0 && compareRatios(value, most) <= 0;
				}
			)
		);
	});
});

describe('R22, R23 the judged part', () => {
	const sheets = [sheet('G1', 1800, 2700), sheet('G2', 1750, 2625), sheet('G3', 1700, 2650)];

	test('given totals 45,00 · 43,75 · 43,50 of 50, when scaled to 60, then (132,25 / 3) × 60 / 50 = 52,90', () => {
		const score = judgedPartScore(part, rubric, sheets, null);
		expect(score).toMatchObject({ part: 'TT', points: 5290, penalty: 0, exact: { numerator: 5290, denominator: 1 } });
		expect(score?.details.sheets.map(({ total }) => total)).toEqual([4500, 4375, 4350]);
		expect(score?.details.criteria['TT2']).toEqual({ numerator: 7975, denominator: 3 });
	});

	test('given a sheet with a criterion not marked, then the sheet does not count; zero does', () => {
		expect(judgedPartScore(part, rubric, [...sheets, sheet('G4', 1800, null)], null)?.details.sheets).toHaveLength(3);
		// (132,25 + 18,00) / 4 × 60 / 50 = 45,075 → 45,08
		expect(judgedPartScore(part, rubric, [...sheets, sheet('G4', 1800, 0)], null)?.points).toBe(4508);
		expect(judgedPartScore(part, rubric, [sheet('G4', null, null)], null)).toBeNull();
		expect(judgedPartScore(part, rubric, [], clock(1))).toBeNull();
	});

	test('given a trimmed panel, then criteria are averaged over the sheets that count', () => {
		const score = judgedPartScore(
			{ ...part, aggregation: { kind: 'trimmed', drop: 1, leastPanel: 3 } },
			rubric,
			sheets,
			null
		);
		expect(score?.details.sheets.map(({ dropped }) => dropped)).toEqual([true, false, true]);
		expect(score?.details.criteria).toEqual({
			TT1: criterionMean('TT1', [sheets[1]!.marks]),
			TT2: { numerator: 2625, denominator: 1 }
		});
		expect(score?.points).toBe(5250);
	});

	test('R33 given 11:10 used of 10:00, then two started minutes come off the part, once', () => {
		const score = judgedPartScore(part, rubric, sheets, clock(670_000));
		expect(score).toMatchObject({ points: 5090, penalty: 200 });
		expect(score?.details.penaltyExplanation?.vi).toBe('Quá giờ 1 phút 10 giây, tính 2 phút: trừ 2,00 điểm.');
		expect(score?.details.sheets[0]?.total).toBe(4500);
	});

	test('R33 given the place is a criterion, then it comes off that criterion of each sheet, and not off the part', () => {
		const inside: Timing = {
			...timing,
			penalty: { ...timing.penalty!, place: { kind: 'criterion', criterion: 'TT1' } }
		};
		const score = judgedPartScore({ ...part, timing: inside }, rubric, sheets, clock(670_000));
		// (43,00 + 41,75 + 41,50) / 3 × 1,2 = 50,50
		expect(score).toMatchObject({ points: 5050, penalty: 200 });
		expect(score?.details.sheets.map(({ total }) => total)).toEqual([4300, 4175, 4150]);
		expect(marksAfterTime({ TT1: 150, TT2: null }, inside, 670_000)).toEqual({ TT1: 0, TT2: null });
		expect(marksAfterTime({ TT1: 150 }, timing, 670_000)).toEqual({ TT1: 150 });
	});

	test('given a turn that has not ended, then no penalty yet; given a tiny score, then never below 0', () => {
		expect(judgedPartScore(part, rubric, sheets, { ...clock(670_000), endedAt: null })?.penalty).toBe(0);
		expect(judgedPartScore(part, rubric, [sheet('G1', 25, 0)], clock(670_000))?.points).toBe(0);
	});
});
