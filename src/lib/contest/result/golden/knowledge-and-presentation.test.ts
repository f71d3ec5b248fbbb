// Worked out on paper: a quiz of 40 with an annulled question and a timed presentation of 60, six people, prizes (R12, R20, R31–R33, R40–R43, R50, R51, R111; source 16, 19, 21).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aQuizPart,
	aRecord,
	aStage,
	aTurn,
	aUnit,
	text
} from '../../record/contest-record.fixture.ts';
import type { ContestRecord } from '../../record/record.ts';
import type { Award } from '../../rules/prizes.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf, winnersOf } from './golden.fixture.ts';
import { anAnswer, aRound, aSingle, optionsOf } from './questions.fixture.ts';

const at = (minutes: number, seconds = 0) => (minutes * 60 + seconds) * 1000;
const codes = Array.from({ length: 20 }, (_, index) => `C${index + 1}`);
const presentation = aJudgedPart({
	maxPoints: 6000,
	timing: {
		leastMs: 0,
		mostMs: at(10),
		warnBeforeMs: at(1),
		graceMs: at(0, 15),
		stopAfterMs: null,
		penalty: {
			over: { kind: 'linear', perMinute: 100, startedMinute: 'ceil' },
			under: null,
			cap: 500,
			place: { kind: 'part' }
		}
	}
});
const award = (code: string, quota: number): Award => ({
	code,
	title: text(code),
	source: { kind: 'rank', stage: 'CK' },
	quota,
	per: 'contest',
	leastTotal: 0,
	moreOnTie: true,
	notWith: [],
	gift: ''
});

/** Right answers to C1 …, marks of three judges for TT1 (of 20,00) and TT2 (of 30,00), time used. */
const people: Record<string, { right: number; tt1: number[]; tt2: number[]; used: number }> = {
	// C20 was annulled: 19 questions count, 38,00. 17 right: 34 / 38 × 40 = 35,789… → 35,79
	// 45,00 + 43,75 + 43,50 = 132,25 / 3 × 60 / 50 = 52,90                                                    88,69
	TS01: { right: 17, tt1: [1800, 1750, 1700], tt2: [2700, 2625, 2650], used: at(9, 50) },
	// 18 right: 36 / 38 × 40 = 37,894… → 37,89; 127,00 / 3 × 60 / 50 = 50,80
	// 10:20 is beyond the grace, one started minute: −1,00 → 49,80                                            87,69
	TS02: { right: 18, tt1: [1600, 1600, 1700], tt2: [2600, 2600, 2600], used: at(10, 20) },
	// 37,89; 124,50 / 3 × 60 / 50 = 49,80; 10:15 is within the grace                                          87,69
	TS03: { right: 18, tt1: [1500, 1550, 1600], tt2: [2600, 2600, 2600], used: at(10, 15) },
	// 15 right: 30 / 38 × 40 = 31,578… → 31,58; 122,75 / 3 × 60 / 50 = 49,10                                  80,68
	TS04: { right: 15, tt1: [1500, 1500, 1550], tt2: [2650, 2525, 2550], used: at(9, 30) },
	// The same sheets by other judges                                                                         80,68
	TS05: { right: 15, tt1: [1500, 1550, 1500], tt2: [2525, 2550, 2650], used: at(9) }
};

const record: ContestRecord = aRecord(
	{
		stages: [
			aStage({
				parts: [aQuizPart(), presentation],
				tieBreaks: [
					{ kind: 'part', part: 'TT' },
					{ kind: 'criterion', criterion: 'TT2' },
					{ kind: 'fewer-penalties' },
					{ kind: 'right-answers' },
					{ kind: 'answer-time' }
				]
			})
		],
		awards: [award('nhat', 1), award('nhi', 2), award('ba', 1)]
	},
	{
		rubrics: [aRubric('TT', { TT1: 2000, TT2: 3000 })],
		units: [aUnit('U1')],
		contestants: [
			...Object.keys(people).map((number) => aContestant(number)),
			aContestant('TS06', { status: 'absent' })
		],
		judges: ['GK1', 'GK2', 'GK3'].map((code) => aJudge(code)),
		questions: codes.map((code) => aSingle(code)),
		rounds: [aRound('KT', codes)],
		answers: [
			...Object.entries(people).flatMap(([number, { right }]) =>
				codes.slice(0, right).map((code) => anAnswer(number, code, optionsOf('A')))
			),
			// TS06 had everything right but did not come to the second day.
			...codes.map((code) => anAnswer('TS06', code, optionsOf('A')))
		],
		turns: Object.entries(people).map(([number, { used }]) => aTurn(number, { endedAt: used })),
		sheets: Object.entries(people).flatMap(([number, { tt1, tt2 }]) => sheetsOf(number, { TT1: tt1, TT2: tt2 })),
		decisions: [aDecision(1, { kind: 'void', question: 'C20' })]
	}
);

test('R12, R20, R31–R33, R40–R43, R50, R51, R111 a quiz and a timed presentation, with prizes', () => {
	const result = computeResult(record);
	expect(rowsOf(result)).toEqual([
		['TS01', '1', [3579, 5290], 8869],
		['TS03', '2', [3789, 4980], 8769],
		['TS02', '3', [3789, 4980], 8769],
		['TS04', '4=', [3158, 4910], 8068],
		['TS05', '4=', [3158, 4910], 8068],
		['TS06', '–', [4000, null], 4000]
	]);
	// TS02 and TS03: the presentation, 49,80, and the mean of TT2, 26,00, are equal; the points taken off decide.
	expect(result.stages[0]?.rankings[0]?.places.map(({ why }) => why.vi)).toEqual([
		'Hạng 1 với 88,69 điểm.',
		'Hạng 2 với 87,69 điểm, bằng điểm 1 thí sinh khác; xếp trên SBD TS02 nhờ điểm trừ về thời gian 0,00 < 1,00.',
		'Hạng 3 với 87,69 điểm, bằng điểm 1 thí sinh khác; xếp dưới SBD TS03 do điểm trừ về thời gian 1,00 > 0,00.',
		'Đồng hạng 4 với SBD TS05, cùng 80,68 điểm; bằng nhau ở mọi tiêu chí phụ.',
		'Đồng hạng 4 với SBD TS04, cùng 80,68 điểm; bằng nhau ở mọi tiêu chí phụ.',
		'Vắng mặt, không xếp hạng.'
	]);
	expect(winnersOf(result)).toEqual({ nhat: ['TS01'], nhi: ['TS03', 'TS02'], ba: ['TS04', 'TS05'] });
	expect(result.missing).toEqual([]);
});
