// Worked out on paper: two questions whose points fall with time, two by order of right answers 40, 30, 20, 10 with equal times (R11, R106, R107; source 50, 61).
import { expect, test } from 'vitest';
import { aContestant, aQuizPart, aRecord, aStage } from '../../record/contest-record.fixture.ts';
import type { RecordedAnswer } from '../../record/record.ts';
import { computeResult } from '../compute.ts';
import { rowsOf } from './golden.fixture.ts';
import { anAnswer, aRound, aSingle, optionsOf } from './questions.fixture.ts';

const right = (contestant: string, question: string, usedMs: number): RecordedAnswer =>
	anAnswer(contestant, question, optionsOf('A'), usedMs);
const wrong = (contestant: string, question: string, usedMs: number): RecordedAnswer =>
	anAnswer(contestant, question, optionsOf('B'), usedMs);

const record = aRecord(
	{
		stages: [
			aStage({
				parts: [
					aQuizPart({
						code: 'NHANH',
						maxPoints: 2000,
						scale: 'raw',
						questionCount: 2,
						scoring: { kind: 'speed', points: 1000, leastShare: 50, fullWithinMs: 500, wrong: 0, blank: 0 }
					}),
					aQuizPart({
						code: 'TANGTOC',
						maxPoints: 8000,
						scale: 'raw',
						questionCount: 2,
						scoring: { kind: 'rank', bonuses: [4000, 3000, 2000, 1000], tickMs: 10, wrong: 0, blank: 0 }
					})
				]
			})
		]
	},
	{
		contestants: ['TS01', 'TS02', 'TS03', 'TS04'].map((number) => aContestant(number)),
		questions: ['C1', 'C2', 'C3', 'C4'].map((code) => aSingle(code)),
		rounds: [aRound('NHANH', ['C1', 'C2']), aRound('TANGTOC', ['C3', 'C4'])],
		answers: [
			// C1, 10,00 × (1 − t/20 s ÷ 2): 5 s → 8,75; 0,4 s is within half a second → 10,00; 20 s → 5,00; wrong → 0
			right('TS01', 'C1', 5000),
			right('TS02', 'C1', 400),
			right('TS03', 'C1', 20_000),
			wrong('TS04', 'C1', 100),
			// C2: 10 s → 7,50; 12 s → 10,00 × 0,7 = 7,00; TS03 does not answer; 1 s → 10,00 × 0,975 = 9,75
			right('TS01', 'C2', 10_000),
			right('TS02', 'C2', 12_000),
			right('TS04', 'C2', 1000),
			// C3: 1,203 s and 1,209 s are both 120 ticks of 10 ms: 40 each; 1,314 s is third: 20
			right('TS01', 'C3', 1203),
			right('TS02', 'C3', 1209),
			right('TS03', 'C3', 1314),
			wrong('TS04', 'C3', 900),
			// C4: TS03 first 40, TS04 second 30; TS01 is faster but wrong, TS02 does not answer
			wrong('TS01', 'C4', 800),
			right('TS03', 'C4', 2000),
			right('TS04', 'C4', 2500)
		]
	}
);

test('R11, R106, R107 points by speed and by order of time', () => {
	const result = computeResult(record);
	expect(rowsOf(result)).toEqual([
		// 5,00 + 0; 20 + 40
		['TS03', '1', [500, 6000], 6500],
		// 10,00 + 7,00; 40 + 0
		['TS02', '2', [1700, 4000], 5700],
		// 8,75 + 7,50; 40 + 0
		['TS01', '3', [1625, 4000], 5625],
		// 0 + 9,75; 0 + 30
		['TS04', '4', [975, 3000], 3975]
	]);
	expect(result.missing).toEqual([]);
});
