// Worked out on paper: 5,00 for right, −2,00 for wrong, −0,50 for no answer, right minus wrong where several are right (R13, R14, R101, R105, R109; source 50, 51).
import { expect, test } from 'vitest';
import { aContestant, aQuizPart, aRecord, aStage } from '../../record/contest-record.fixture.ts';
import type { RecordedChoice } from '../../record/question.ts';
import { computeResult } from '../compute.ts';
import { rowsOf } from './golden.fixture.ts';
import { anAnswer, aRound, aSingle, optionsOf } from './questions.fixture.ts';

const typed = (value: string): RecordedChoice => ({ kind: 'number', value });
const answers: Record<string, Record<string, RecordedChoice>> = {
	// C1 5,00; C2 two of three 5,00 × 2/3 = 3,333… → 3,33; C3 1 off, allowed 2: 5,00; C4 5,00        18,33
	TS01: { C1: optionsOf('A'), C2: optionsOf('AB'), C3: typed('1588'), C4: optionsOf('A') },
	// C1 −2,00; C2 5,00; C3 no answer −0,50; C4 5,00                                                7,50
	TS02: { C1: optionsOf('B'), C2: optionsOf('ABC'), C4: optionsOf('A') },
	// C1 5,00; C2 one right, one wrong: nothing gained, so wrong −2,00; C3 3 off −2,00; C4 −2,00
	// 5,00 − 6,00 = −1,00, held at                                                                  0,00
	TS03: { C1: optionsOf('A'), C2: optionsOf('AD'), C3: typed('1590'), C4: optionsOf('B') },
	// C1 −0,50; C2 one wrong of three −1/3 × 5,00 = −1,666… → −1,67; C3 5,00; C4 −0,50                2,33
	TS04: { C2: optionsOf('D'), C3: typed('1587') },
	// C1 5,00; C2 (2 − 1) / 3 × 5,00 = 1,666… → 1,67; C3 5,00; C4 −2,00                               9,67
	TS05: { C1: optionsOf('A'), C2: optionsOf('ABD'), C3: typed('1587'), C4: optionsOf('B') }
};

const record = aRecord(
	{
		stages: [
			aStage({
				parts: [
					aQuizPart({
						maxPoints: 2000,
						scale: 'raw',
						questionCount: 4,
						scoring: { kind: 'fixed', points: 500, wrong: -200, blank: -50 },
						marking: {
							multiple: { kind: 'right-minus-wrong', leastShare: -100 },
							ordering: 'exact',
							matching: 'exact'
						}
					})
				]
			})
		]
	},
	{
		contestants: Object.keys(answers).map((number) => aContestant(number)),
		questions: [
			aSingle('C1'),
			{
				...aSingle('C2'),
				kind: 'multiple',
				key: { correct: optionsOf('ABC'), tolerance: '', alsoCorrect: [] }
			},
			{
				...aSingle('C3'),
				kind: 'numeric',
				options: [],
				key: { correct: typed('1587'), tolerance: '2', alsoCorrect: [] }
			},
			{ ...aSingle('C4'), kind: 'truefalse', options: ['A', 'B'] }
		],
		rounds: [aRound('KT', ['C1', 'C2', 'C3', 'C4'])],
		answers: Object.entries(answers).flatMap(([contestant, own]) =>
			Object.entries(own).map(([question, choice]) => anAnswer(contestant, question, choice))
		)
	}
);

test('R14, R101, R105, R109 wrong and blank cost points, and no part falls below 0', () => {
	const result = computeResult(record);
	expect(rowsOf(result)).toEqual([
		['TS01', '1', [1833], 1833],
		['TS05', '2', [967], 967],
		['TS02', '3', [750], 750],
		['TS04', '4', [233], 233],
		['TS03', '5', [0], 0]
	]);
	expect(result.missing).toEqual([]);
});
