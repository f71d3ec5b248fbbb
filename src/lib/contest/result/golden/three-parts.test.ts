// Worked out on paper: outline 20, presentation 50, situation 30, each the mean of three judges (R2, R20, R40, R43; source 16, 26).
import { expect, test } from 'vitest';
import { aContestant, aJudge, aJudgedPart, aRecord, aStage, aTurn } from '../../record/contest-record.fixture.ts';
import type { Rounding } from '../../rules/rules.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

const contest = (at: Rounding['at']) =>
	aRecord(
		{
			rounding: { mode: 'half-up', decimals: 2, at },
			stages: [
				aStage({
					parts: [
						aJudgedPart({ code: 'DC', kind: 'outline', rubric: 'DC', maxPoints: 2000 }),
						aJudgedPart(),
						aJudgedPart({ code: 'TH', kind: 'situation', rubric: 'TH', maxPoints: 3000 })
					]
				})
			]
		},
		{
			rubrics: [aRubric('DC', { DC1: 2000 }), aRubric('TT', { TT1: 5000 }), aRubric('TH', { TH1: 3000 })],
			contestants: [
				...['TS01', 'TS02', 'TS03'].map((number) => aContestant(number)),
				aContestant('TS04', { status: 'withdrawn' })
			],
			judges: ['GK1', 'GK2', 'GK3'].map((code) => aJudge(code)),
			turns: ['TS01', 'TS02', 'TS03'].map((number) => aTurn(number)),
			sheets: [
				// TS01  DC 17,00 + 16,50 + 18,00 = 51,50 / 3 = 17,166… → 17,17
				//       TT 45,00 + 43,75 + 43,50 = 132,25 / 3 = 44,083… → 44,08
				//       TH 26,00 + 27,00 + 25,50 = 78,50 / 3 = 26,166… → 26,17     17,17 + 44,08 + 26,17 = 87,42
				...sheetsOf('TS01', { DC1: [1700, 1650, 1800], TT1: [4500, 4375, 4350], TH1: [2600, 2700, 2550] }),
				// TS02  DC 18,00 + 18,00 + 18,25 = 54,25 / 3 = 18,083… → 18,08
				//       TT 42,00 + 42,50 + 43,00 = 127,50 / 3 = 42,50
				//       TH 27,00 + 27,00 + 26,50 = 80,50 / 3 = 26,833… → 26,83     18,08 + 42,50 + 26,83 = 87,41
				...sheetsOf('TS02', { DC1: [1800, 1800, 1825], TT1: [4200, 4250, 4300], TH1: [2700, 2700, 2650] }),
				// TS03  DC 46,50 / 3 = 15,50   TT 122,00 / 3 = 40,666… → 40,67   TH 73,50 / 3 = 24,50    80,67
				...sheetsOf('TS03', { DC1: [1500, 1600, 1550], TT1: [4000, 4125, 4075], TH1: [2400, 2500, 2450] }),
				// TS04 handed in an outline, 57,00 / 3 = 19,00, and withdrew: no rank.
				...sheetsOf('TS04', { DC1: [1900, 1900, 1900] })
			]
		}
	);

test('R2, R20, R40, R43 three parts by the mean of three judges, rounded part by part', () => {
	const result = computeResult(contest('part'));
	expect(rowsOf(result)).toEqual([
		['TS01', '1', [1717, 4408, 2617], 8742],
		['TS02', '2', [1808, 4250, 2683], 8741],
		['TS03', '3', [1550, 4067, 2450], 8067],
		['TS04', '–', [1900, null, null], 1900]
	]);
	expect(result.missing).toEqual([]);
});

test('R2, R40 the same contest rounded once at the end: what only rounding had parted is level', () => {
	// TS01 (51,50 + 132,25 + 78,50) / 3 and TS02 (54,25 + 127,50 + 80,50) / 3 are both 262,25 / 3 = 87,416… → 87,42
	expect(rowsOf(computeResult(contest('total'))).map(([number, rank, , total]) => [number, rank, total])).toEqual([
		['TS01', '1=', 8742],
		['TS02', '1=', 8742],
		['TS03', '3', 8067],
		['TS04', '–', 1900]
	]);
});
