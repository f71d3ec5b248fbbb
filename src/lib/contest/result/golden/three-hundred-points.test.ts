// Worked out on paper: 300 = 100 + 100 + 60 + 40 for attendance, points taken off by decision, a talent that only parts the tied (R42, R108, R110, R112, R160; source 10, 17).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aGivenPart,
	aJudge,
	aJudgedPart,
	aRecord,
	aStage,
	aTurn,
	text
} from '../../record/contest-record.fixture.ts';
import type { GivenPoints } from '../../record/record.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

const numbers = ['TS01', 'TS02', 'TS03'];
const given = (part: string, contestant: string, points: number): GivenPoints => ({
	part,
	contestant,
	points,
	reason: 'theo danh sách'
});
const record = aRecord(
	{
		stages: [
			aStage({
				total: 30_000,
				parts: [
					aJudgedPart({ code: 'DC', kind: 'outline', rubric: 'DC', maxPoints: 10_000 }),
					aJudgedPart({ maxPoints: 10_000 }),
					aJudgedPart({ code: 'TH', kind: 'situation', rubric: 'TH', maxPoints: 6000 }),
					aGivenPart({ maxPoints: 4000, scale: 'scaled' }),
					aGivenPart({ code: 'NK', title: text('Năng khiếu', 'Talent'), weight: 0 })
				],
				tieBreaks: [{ kind: 'part', part: 'NK' }]
			})
		]
	},
	{
		rubrics: [aRubric('DC', { DC1: 10_000 }), aRubric('TT', { TT1: 5000 }), aRubric('TH', { TH1: 3000 })],
		contestants: numbers.map((number) => aContestant(number)),
		judges: [aJudge('GK1'), aJudge('GK2')],
		turns: numbers.map((number) => aTurn(number)),
		sheets: [
			// DC (88 + 90) / 2 = 89, handed in late −2 → 87; TT (44 + 43) / 2 = 43,50 of 50 → 87; TH (25 + 24) / 2 = 24,50 of 30 → 49 of 60
			...sheetsOf('TS01', { DC1: [8800, 9000], TT1: [4400, 4300], TH1: [2500, 2400] }),
			// DC 85; TT 45,50 of 50 → 91; TH 26,50 of 30 → 53
			...sheetsOf('TS02', { DC1: [8400, 8600], TT1: [4500, 4600], TH1: [2600, 2700] }),
			// DC 91; TT 41,50 of 50 → 83; TH 25 of 30 → 50
			...sheetsOf('TS03', { DC1: [9000, 9200], TT1: [4200, 4100], TH1: [2500, 2500] })
		],
		given: [
			// Twelve meetings were attended by who came most often: 9 of 12 → 30 of 40, 12 of 12 → 40
			given('CC', 'TS01', 900),
			given('CC', 'TS02', 1200),
			given('CC', 'TS03', 1200),
			given('NK', 'TS01', 1000),
			given('NK', 'TS02', 700),
			given('NK', 'TS03', 900)
		],
		decisions: [
			aDecision(
				1,
				{ kind: 'points', stage: 'CK', part: 'DC', contestant: 'TS01', points: -200 },
				{ reason: 'nộp đề cương muộn' }
			),
			aDecision(
				2,
				{ kind: 'points', stage: 'CK', part: null, contestant: 'TS02', points: -500 },
				{ reason: 'rời khu vực thi' }
			)
		]
	}
);

test('R42, R108, R110, R112, R160 300 points, attendance by the most, deductions, and a talent worth nothing but a tie', () => {
	const result = computeResult(record);
	expect(rowsOf(result)).toEqual([
		// 91 + 83 + 50 + 40 = 264; the talent 9,00 > 7,00 is ahead of TS02
		['TS03', '1', [9100, 8300, 5000, 4000, 0], 26_400],
		// 85 + 91 + 53 + 40 = 269, −5 = 264
		['TS02', '2', [8500, 9100, 5300, 4000, 0], 26_400],
		// 87 + 87 + 49 + 30 = 253
		['TS01', '3', [8700, 8700, 4900, 3000, 0], 25_300]
	]);
	expect(result.missing).toEqual([]);
	expect(result.stages[0]?.rankings[0]?.places[0]?.why).toEqual({
		vi: 'Hạng 1 với 264,00 điểm, bằng điểm 1 thí sinh khác; xếp trên SBD TS02 nhờ điểm phần Năng khiếu 9,00 > 7,00.',
		en: 'Place 1 with 264.00 points, level with 1 other contestant; above No. TS02 by points for Talent 9.00 > 7.00.'
	});
});
