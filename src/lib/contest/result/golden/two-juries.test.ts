// Worked out on paper: a professional panel of three counting 70 % and a youth panel of four counting 30 % (R20, R137; source 15).
import { expect, test } from 'vitest';
import {
	aContestant,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage,
	aTurn,
	text
} from '../../record/contest-record.fixture.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

const numbers = ['TS01', 'TS02', 'TS03'];
const record = aRecord(
	{
		stages: [
			aStage({
				parts: [
					aJudgedPart({
						maxPoints: 10_000,
						panels: [
							aPanel({ code: 'CM', title: text('Hội đồng chuyên môn', 'Professional panel'), weight: 70 }),
							aPanel({ code: 'TN', title: text('Hội đồng thanh niên', 'Youth panel'), weight: 30 })
						]
					})
				]
			})
		]
	},
	{
		rubrics: [aRubric('TT', { TT1: 5000 })],
		contestants: numbers.map((number) => aContestant(number)),
		judges: ['GK1', 'GK2', 'GK3', 'GK4', 'GK5', 'GK6', 'GK7'].map((code, at) =>
			aJudge(code, { panels: [at < 3 ? 'CM' : 'TN'] })
		),
		turns: numbers.map((number) => aTurn(number)),
		// Marks of 50,00, the part brings 100,00: everything doubles. The first three marks are of CM, the other four of TN.
		sheets: [
			// (40 + 42 + 41) / 3 = 41; (50 + 48 + 46 + 44) / 4 = 47; 0,7 × 41 + 0,3 × 47 = 28,70 + 14,10 = 42,80; × 2 = 85,60
			...sheetsOf('TS01', { TT1: [4000, 4200, 4100, 5000, 4800, 4600, 4400] }),
			// (43 + 44 + 42) / 3 = 43; (40 + 42 + 41 + 41) / 4 = 41; 30,10 + 12,30 = 42,40; × 2 = 84,80: the youth panel decides
			...sheetsOf('TS02', { TT1: [4300, 4400, 4200, 4000, 4200, 4100, 4100] }),
			// 130,75 / 3 = 43,5833…; 180 / 4 = 45; 0,7 × 43,5833… + 13,50 = 30,50833… + 13,50 = 44,00833…; × 2 = 88,0166… → 88,02
			...sheetsOf('TS03', { TT1: [4350, 4400, 4325, 4500, 4600, 4500, 4400] })
		]
	}
);

test('R20, R137 two panels by their weights', () => {
	const result = computeResult(record);
	expect(rowsOf(result)).toEqual([
		['TS03', '1', [8802], 8802],
		['TS01', '2', [8560], 8560],
		['TS02', '3', [8480], 8480]
	]);
	expect(result.missing).toEqual([]);
});
