// R192: a breakdown holds every answer and every mark, and its points are those of the result.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plus } from '../ratio.ts';
import { ratio } from '../points.ts';
import { aContestant, aJudge, aJudgedPart, aPanel, aRecord, aStage, aTurn } from '../record/contest-record.fixture.ts';
import { breakdownOf } from './breakdown.ts';
import { computeResult } from './compute.ts';
import { aRubric, sheetsOf } from './golden/golden.fixture.ts';
import { aRandomContest } from './random-contest.fixture.ts';

test('R192 five judges, the highest and the lowest left out: each sheet with its marks and whether it counts', () => {
	const record = aRecord(
		{
			stages: [
				aStage({
					parts: [
						aJudgedPart({ panels: [aPanel({ aggregation: { kind: 'trimmed', high: 1, low: 1, leastPanel: 5 } })] })
					]
				})
			]
		},
		{
			rubrics: [aRubric('TT', { TT1: 3000, TT2: 2000 })],
			contestants: [aContestant('TS01')],
			judges: ['GK1', 'GK2', 'GK3', 'GK4', 'GK5'].map((code) => aJudge(code)),
			turns: [aTurn('TS01')],
			// 44,00 · 40,00 · 38,00 · 41,00 · 30,00: 44,00 and 30,00 are left out; 119,00 / 3 = 39,666… → 39,67
			sheets: sheetsOf('TS01', { TT1: [2600, 2400, 2300, 2500, 1800], TT2: [1800, 1600, 1500, 1600, 1200] })
		}
	);
	const [part] = breakdownOf(record, computeResult(record), 'TS01')?.stages[0]?.parts ?? [];
	expect([part?.points, part?.max]).toEqual([3967, 5000]);
	const [panel] = part?.panels ?? [];
	expect(panel?.value).toBe(3967);
	expect(panel?.sheets.map(({ judge, total, counts, marks }) => [judge, total, counts, ...marks])).toEqual([
		['GK1', 4400, 'dropped-high', 2600, 1800],
		['GK2', 4000, 'yes', 2400, 1600],
		['GK3', 3800, 'yes', 2300, 1500],
		['GK4', 4100, 'yes', 2500, 1600],
		['GK5', 3000, 'dropped-low', 1800, 1200]
	]);
	// (24,00 + 23,00 + 25,00) / 3 and (16,00 + 15,00 + 16,00) / 3 = 15,666…
	expect(panel?.criteria.map(({ code, mean }) => [code, mean])).toEqual([
		['TT1', 2400],
		['TT2', 1567]
	]);
	expect(breakdownOf(record, computeResult(record), 'TS99')).toBeNull();
});

test('R192 in 1000 random contests: the points of the result, the questions of each quiz and every sheet, for everybody', () => {
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			const result = computeResult(record);
			for (const { stage, rankings } of result.stages)
				for (const place of rankings.flatMap(({ places }) => places)) {
					const own = breakdownOf(record, result, place.contestant)?.stages.find((each) => each.stage === stage);
					expect([own?.rank, own?.total, own?.adjusted]).toEqual([place.rank, place.total, place.score.adjusted]);
					const parts = record.rules.stages.find(({ code }) => code === stage)?.parts ?? [];
					for (const [at, part] of parts.entries()) {
						const score = place.score.parts[part.code];
						const shown = own?.parts[at];
						expect(shown?.points).toBe(score?.points ?? null);
						if (score?.detail.kind === 'quiz') {
							const counting = shown?.questions.filter(
								({ verdict }) => verdict !== 'void' || (part.kind === 'quiz' && part.voided === 'full-for-all')
							);
							const sum = (counting ?? []).reduce((all, { points }) => plus(all, ratio(points)), ratio(0));
							expect(sum).toEqual(score.detail.earned);
						}
						if (score?.detail.kind === 'judged')
							expect(shown?.panels.map(({ sheets }) => sheets.map(({ judge }) => judge))).toEqual(
								score.detail.panels.map(({ sheets }) => sheets.map(({ judge }) => judge))
							);
					}
				}
		}),
		{ numRuns: 1000 }
	);
}, 60_000);
