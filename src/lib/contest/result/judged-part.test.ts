// Judged parts from sheets and decisions (R20–R24, R120–R124, R129–R132, R137), each figure worked out beside it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDecision, aJudge, aJudgedPart, aPanel, aSheet, aTurn } from '../record/contest-record.fixture.ts';
import type { ContestRecord, RecordedTurn } from '../record/record.ts';
import type { Panel } from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import { computeResult } from './compute.ts';
import { outcomeOf, recordWith, rubric, scored, withPanel } from './judged-part.fixture.ts';

const confirmed = (policy: Panel['missing'], sequence = 1) =>
	aDecision(sequence, { kind: 'missing-judge', panel: 'BGK', session: null, policy });

describe('one value of a panel', () => {
	test.each([
		// 45,00 + 43,75 + 43,50 = 132,25; / 3 = 44,0833… → 44,08.
		['R20 mean', { kind: 'mean' }, [4500, 4375, 4350], 4408],
		// The head counts twice: (2 × 45,00 + 43,75 + 43,50) / 4 = 44,3125 → 44,31.
		['R121 weighted mean', { kind: 'weighted-mean', weights: [{ role: 'head', weight: 2 }] }, [4500, 4375, 4350], 4431],
		['R122 median', { kind: 'median' }, [4500, 4375, 4350], 4375],
		// (43,50 + 43,75) / 2 = 43,625 → 43,63.
		['R122 median of four', { kind: 'median' }, [4500, 4375, 4350, 4000], 4363],
		// 40,00 and 48,00 go: (44,00 + 45,00 + 46,00) / 3.
		['R21 trimmed', { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 }, [4000, 4400, 4500, 4600, 4800], 4500],
		// Only the lowest goes: (44 + 45 + 46 + 48) / 4 = 45,75.
		['R21 lowest only', { kind: 'trimmed', high: 0, low: 1, leastPanel: 5 }, [4000, 4400, 4500, 4600, 4800], 4575],
		// Four of the five needed: nothing goes, 177,00 / 4 = 43,75.
		['R21 too few', { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 }, [4000, 4400, 4500, 4600], 4375],
		['R124 consensus', { kind: 'consensus' }, [4500, 4500, 4500], 4500],
		['R124 no consensus', { kind: 'consensus' }, [4500, 4500, 4475], null]
	] as const)('%s', (_, aggregation, totals, points) => {
		const part = withPanel({ aggregation: aggregation as Panel['aggregation'] });
		const judges = totals.map((__, at) => aJudge(`GK${at + 1}`, { role: at === 0 ? 'head' : 'member' }));
		expect(scored(part, [...totals], { judges }).points).toBe(points);
	});

	test('R121 while the rules are written and nobody weighs anything, there is no value', () => {
		const part = withPanel({ aggregation: { kind: 'weighted-mean', weights: [{ role: 'member', weight: 0 }] } });
		expect(scored(part, [4500, 4375])).toMatchObject({ points: null, missing: [{ kind: 'panel-value' }] });
	});

	test('R123 sum: raw points of every judge together, held at the maximum', () => {
		const part = aJudgedPart({ scale: 'raw', maxPoints: 20_000, panels: [aPanel({ aggregation: { kind: 'sum' } })] });
		expect(scored(part, [4500, 4375, 4350]).points).toBe(13_225);
		expect(scored({ ...part, maxPoints: 10_000 }, [4500, 4375, 4350]).points).toBe(10_000);
	});

	test('R20, R137: scaled to the part, and two panels by their weights', () => {
		const members = { GK1: ['BGK'], GK2: ['BGK'], GK3: ['KG'] };
		const judges = Object.entries(members).map(([code, panels]) => aJudge(code, { panels }));
		const panels = [aPanel({ weight: 70 }), aPanel({ code: 'KG', weight: 30 })];
		// Professional (40 + 42) / 2 = 41; audience 50: 41 × 0,7 + 50 × 0,3 = 43,70 of 50, × 60 / 50 = 52,44.
		expect(scored(aJudgedPart({ maxPoints: 6000, panels }), [4000, 4200, 5000], { judges }).points).toBe(5244);
	});

	test('R120: criteria count by their weights', () => {
		const [first, second] = rubric.criteria;
		const doubled = { ...rubric, max: 8000, criteria: [{ ...first!, weight: 200 }, second!] };
		// TT1 30,00 twice and TT2 10,00: 70,00 of 80,00, × 50 / 80 = 43,75.
		expect(scored(aJudgedPart(), [4000], { rubrics: [doubled] }).points).toBe(4375);
	});

	test('R21, R22: which sheet goes is always the same, and means of criteria are over those that stay', () => {
		const part = withPanel({ aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 3 } });
		const { panel } = scored(part, [4000, 4000, 4000, 4500]);
		expect(panel?.sheets.map(({ counts }) => counts)).toEqual(['dropped-low', 'yes', 'yes', 'dropped-high']);
		expect(panel?.criteria).toEqual({
			TT1: { numerator: 3000, denominator: 1 },
			TT2: { numerator: 1000, denominator: 1 }
		});
		// Two sheets stay, each with TT1 at its maximum.
		expect(panel?.topMarks).toBe(2);
	});
});

describe('missing judges', () => {
	test('R23: zero is a mark, an empty criterion is none, a draft does not count', () => {
		const zero = aSheet('TS01', 'GK1', { TT1: 0, TT2: 0 });
		const empty = aSheet('TS01', 'GK2', { TT1: 3000, TT2: null });
		const draft = aSheet('TS01', 'GK3', { TT1: 3000, TT2: 2000 }, { isLocked: false });
		const judges = ['GK1', 'GK2', 'GK3'].map((code) => aJudge(code));
		const { points, missing } = scored(aJudgedPart(), [null, null, null], { judges, sheets: [zero, empty, draft] });
		expect(points).toBe(0);
		expect(missing).toEqual([{ kind: 'sheets', part: 'TT', panel: 'BGK', count: 2, contestants: ['TS01'] }]);
	});

	test('R24: an outline waits for no turn, a presentation until its turn has ended', () => {
		const missingOf = (kind: JudgedPart['kind'], turns: RecordedTurn[]) =>
			computeResult(recordWith(aJudgedPart({ kind }), { TS01: [4000] }, { turns })).missing.map((each) => each.kind);
		expect(missingOf('outline', [])).toEqual([]);
		expect(missingOf('written', [])).toEqual([]);
		expect(missingOf('presentation', [])).toEqual(['turns-drawn']);
		expect(missingOf('presentation', [aTurn('TS01', { status: 'running', endedAt: null })])).toEqual(['turns-ended']);
		expect(missingOf('presentation', [aTurn('TS01')])).toEqual([]);
	});

	test('R131: the mean of those present is official only when people have said so', () => {
		const part = aJudgedPart();
		expect(scored(part, [4000, null, 4500])).toMatchObject({ points: 4250, missing: [{ kind: 'sheets', count: 1 }] });
		const decisions = [confirmed('mean-of-present')];
		expect(scored(part, [4000, null, 4500], { decisions })).toMatchObject({ points: 4250, missing: [] });
	});

	test('R130, R131: what is decided for one session holds in no other', () => {
		const record = recordWith(
			aJudgedPart(),
			{ TS01: [4000, null], TS02: [4200, null] },
			{
				turns: [aTurn('TS01', { session: 'SANG' }), aTurn('TS02', { session: 'CHIEU' })],
				decisions: [
					aDecision(1, { kind: 'missing-judge', panel: 'BGK', session: 'SANG', policy: 'mean-of-present' }),
					aDecision(2, { kind: 'substitute', judge: 'GK1', substitute: 'GK9', session: 'SANG' })
				]
			}
		);
		record.judges.push(aJudge('GK9', { panels: [] }));
		record.sheets.push(...['TS01', 'TS02'].map((number) => aSheet(number, 'GK9', { TT1: 3000, TT2: 2000 })));
		const { scores, missing } = outcomeOf(aJudgedPart(), record);
		expect([...scores.values()].map((score) => score?.points)).toEqual([5000, 4200]);
		expect(missing).toEqual([{ kind: 'sheets', part: 'TT', panel: 'BGK', count: 1, contestants: ['TS02'] }]);
	});

	test('R131: waiting gives no value until the sheet is there', () => {
		const part = withPanel({ missing: 'wait' });
		expect(scored(part, [4000, null, 4500])).toMatchObject({ points: null, missing: [{ kind: 'sheets' }] });
		expect(scored(part, [4000, 4100, 4500])).toMatchObject({ points: 4200, missing: [] });
	});

	test('R129: a judge who recused or abstained is not expected, and does not count as zero', () => {
		const decisions = [
			aDecision(1, { kind: 'recusal', judge: 'GK2', contestant: 'TS01', part: null, how: 'recused' }),
			aDecision(2, { kind: 'recusal', judge: 'GK3', contestant: 'TS01', part: 'TH', how: 'abstained' })
		];
		expect(scored(aJudgedPart(), [4000, null, 4500], { decisions })).toMatchObject({ points: 4250, missing: [] });
	});

	test('R130: the sheet of a substitute stands for that of the judge', () => {
		const decisions = [aDecision(1, { kind: 'substitute', judge: 'GK2', substitute: 'GK9', session: null })];
		const judges = [aJudge('GK1'), aJudge('GK2'), aJudge('GK9', { panels: [] })];
		const sheets = [aSheet('TS01', 'GK1', { TT1: 2000, TT2: 2000 }), aSheet('TS01', 'GK9', { TT1: 3000, TT2: 2000 })];
		// (40,00 + 50,00) / 2; without the decision GK9 is nobody here.
		expect(scored(aJudgedPart(), [null], { judges, sheets, decisions })).toMatchObject({ points: 4500, missing: [] });
		expect(scored(aJudgedPart(), [null], { judges, sheets })).toMatchObject({ points: 4000, missing: [{ count: 1 }] });
	});

	test('R132: a judge who misses one is left out for everybody of the session', () => {
		const part = aJudgedPart();
		const totals = { TS01: [4000, 5000], TS02: [4200, null] };
		const points = (decisions: ContestRecord['decisions']) =>
			[...outcomeOf(part, recordWith(part, totals, { decisions })).scores.values()].map((score) => score?.points);
		expect(points([])).toEqual([4500, 4200]);
		expect(points([confirmed('drop-from-session')])).toEqual([4000, 4200]);
	});

	test('R130, R132: a judge whose substitute marked is not missing, and stays in the session', () => {
		const part = aJudgedPart();
		const judges = [aJudge('GK1'), aJudge('GK2'), aJudge('GK9', { panels: [] })];
		const substitute = aDecision(1, { kind: 'substitute', judge: 'GK2', substitute: 'GK9', session: null });
		const decisions = [substitute, confirmed('drop-from-session', 2)];
		const sheets = [aSheet('TS01', 'GK1', { TT1: 2000, TT2: 2000 }), aSheet('TS01', 'GK9', { TT1: 3000, TT2: 2000 })];
		// (40,00 + 50,00) / 2.
		expect(scored(part, [null], { judges, sheets, decisions }).points).toBe(4500);
	});

	test('R130: a substitute who has a seat of their own counts once', () => {
		const decisions = [aDecision(1, { kind: 'substitute', judge: 'GK2', substitute: 'GK3', session: null })];
		// (40,00 + 46,00) / 2, not (40,00 + 46,00 + 46,00) / 3
		const { points, panel, missing } = scored(aJudgedPart(), [4000, null, 4600], { decisions });
		expect({ points, missing }).toEqual({ points: 4300, missing: [] });
		expect(panel?.sheets.map(({ judge }) => judge)).toEqual(['GK1', 'GK3']);
	});

	test('R57, R131: without a single sheet that counts there is no value, whatever was confirmed', () => {
		const none = [{ kind: 'panel-value', part: 'TT', panel: 'BGK', contestants: ['TS01'] }];
		const confirming = { decisions: [confirmed('mean-of-present')] };
		expect(scored(aJudgedPart(), [null, null], confirming)).toMatchObject({ points: null, missing: none });
		const recusal = aDecision(1, { kind: 'recusal', judge: 'GK1', contestant: 'TS01', part: null, how: 'recused' });
		expect(scored(aJudgedPart(), [null], { decisions: [recusal] })).toMatchObject({ points: null, missing: none });
	});

	test('R124, R57: too few sheets, or none that agree, are said', () => {
		const few = withPanel({ leastSheets: 3 });
		expect(scored(few, [4000, 4100]).missing).toMatchObject([{ kind: 'panel-value', contestants: ['TS01'] }]);
		expect(scored(aJudgedPart(), [4000], { judges: [] }).missing).toEqual([
			{ kind: 'panel-empty', part: 'TT', panel: 'BGK' }
		]);
	});
});

test('R20–R22, R121–R124, R134: order plays no role, a mean lies between lowest and highest, a better sheet is never worse', () => {
	const aggregation = fc.constantFrom<Panel['aggregation']>(
		{ kind: 'mean' },
		{ kind: 'median' },
		{ kind: 'weighted-mean', weights: [{ role: 'member', weight: 3 }] },
		{ kind: 'trimmed', high: 1, low: 1, leastPanel: 3 }
	);
	const totals = fc.array(
		fc.integer({ min: 0, max: 200 }).map((steps) => steps * 25),
		{ minLength: 1, maxLength: 7 }
	);
	fc.assert(
		fc.property(aggregation, totals, (how, sheets) => {
			const part = withPanel({ aggregation: how });
			const record = recordWith(part, { TS01: sheets });
			const points = outcomeOf(part, record).scores.get('TS01')?.points ?? 0;
			const turned = { ...record, sheets: [...record.sheets].reverse(), judges: [...record.judges].reverse() };
			expect(outcomeOf(part, turned).scores).toEqual(outcomeOf(part, record).scores);
			expect(points).toBeGreaterThanOrEqual(Math.min(...sheets));
			expect(points).toBeLessThanOrEqual(Math.max(...sheets));
			const better = sheets.map((total, at) => (at === 0 ? Math.min(5000, total + 25) : total));
			expect(outcomeOf(part, recordWith(part, { TS01: better })).scores.get('TS01')?.points).toBeGreaterThanOrEqual(
				points
			);
		}),
		{ numRuns: 1000 }
	);
});
