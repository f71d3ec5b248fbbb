// Worked out on paper: parts out of 100 that count 20, 50 and 30 %; a head judge counting twice, a median, weighted criteria (R109, R110, R120–R122; source 17, 26, 29).
import { expect, test } from 'vitest';
import {
	aContestant,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage,
	aTurn
} from '../../record/contest-record.fixture.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

const numbers = ['TS01', 'TS02', 'TS03'];
/** TH1 counts twice: 10,00 × 2 + 10,00 = 30,00. */
const situation = aRubric('TH', { TH1: 1000, TH2: 1000 });
const record = aRecord(
	{
		stages: [
			aStage({
				parts: [
					aJudgedPart({
						code: 'DC',
						rubric: 'DC',
						maxPoints: 10_000,
						weight: 20,
						panels: [aPanel({ aggregation: { kind: 'weighted-mean', weights: [{ role: 'head', weight: 2 }] } })]
					}),
					aJudgedPart({ maxPoints: 10_000, weight: 50, panels: [aPanel({ aggregation: { kind: 'median' } })] }),
					aJudgedPart({ code: 'TH', rubric: 'TH', maxPoints: 10_000, weight: 30 })
				]
			})
		]
	},
	{
		rubrics: [
			aRubric('DC', { DC1: 2000 }),
			aRubric('TT', { TT1: 5000 }),
			{
				...situation,
				max: 3000,
				criteria: situation.criteria.map((each) => ({ ...each, weight: each.code === 'TH1' ? 200 : 100 }))
			}
		],
		contestants: numbers.map((number) => aContestant(number)),
		judges: ['GK1', 'GK2', 'GK3', 'GK4'].map((code, at) => aJudge(code, { role: at === 0 ? 'head' : 'member' })),
		turns: numbers.map((number) => aTurn(number)),
		sheets: [
			// DC (2 × 16 + 17 + 18 + 15) / 5 = 82 / 5 = 16,40 of 20 → 82,00 of 100; 20 % → 16,40
			// TT 30, 40, 44, 45: (40 + 44) / 2 = 42 of 50 → 84,00; 50 % → 42,00
			// TH 2 × 8 + 9 = 25, 2 × 7 + 8 = 22, 2 × 9 + 9 = 27, 2 × 8 + 8 = 24: 98 / 4 = 24,50 of 30 → 81,666…; 30 % → 24,50
			...sheetsOf('TS01', {
				DC1: [1600, 1700, 1800, 1500],
				TT1: [4000, 4400, 4500, 3000],
				TH1: [800, 700, 900, 800],
				TH2: [900, 800, 900, 800]
			}),
			// DC (2 × 18 + 16 + 16 + 17) / 5 = 85 / 5 = 17 of 20 → 85,00 → 17,00
			// TT 41, 42, 43, 43: 42,50 of 50 → 85,00 → 42,50
			// TH 21, 23, 22, 21: 87 / 4 = 21,75 of 30 → 72,50 → 21,75
			...sheetsOf('TS02', {
				DC1: [1800, 1600, 1600, 1700],
				TT1: [4300, 4300, 4100, 4200],
				TH1: [700, 800, 700, 700],
				TH2: [700, 700, 800, 700]
			}),
			// DC (2 × 15 + 15 + 16 + 14) / 5 = 75 / 5 = 15 of 20 → 75,00 → 15,00
			// TT 20, 46, 46, 46: 46 of 50 → 92,00 → 46,00: the one low mark moves nothing
			// TH 18, 20, 19, 18: 75 / 4 = 18,75 of 30 → 62,50 → 18,75
			...sheetsOf('TS03', {
				DC1: [1500, 1500, 1600, 1400],
				TT1: [4600, 2000, 4600, 4600],
				TH1: [600, 700, 600, 600],
				TH2: [600, 600, 700, 600]
			})
		]
	}
);

test('R109, R110, R120, R121, R122 weighted parts, a weighted mean, a median and weighted criteria', () => {
	expect(rowsOf(computeResult(record))).toEqual([
		// 16,40 + 42,00 + 24,50
		['TS01', '1', [1640, 4200, 2450], 8290],
		// 17,00 + 42,50 + 21,75
		['TS02', '2', [1700, 4250, 2175], 8125],
		// 15,00 + 46,00 + 18,75
		['TS03', '3', [1500, 4600, 1875], 7975]
	]);
});
