// Worked out on paper: a key printed wrongly and a question annulled after the round, step by step and back again (R12, R111; source 50, 63).
import { expect, test } from 'vitest';
import { aContestant, aDecision, aQuizPart, aRecord, aStage } from '../../record/contest-record.fixture.ts';
import type { Decision } from '../../record/decision.ts';
import type { QuizPart } from '../../rules/parts.ts';
import { rowsOfRecord } from './golden.fixture.ts';
import { anAnswer, aRound, aSingle, optionsOf } from './questions.fixture.ts';

/** Five questions of 2,00 whose keys are all A; the part brings 10,00. A dash is no answer. */
const answers: Record<string, string> = { TS01: 'AAAAA', TS02: 'AABAB', TS03: 'ABB-A' };
const codes = ['C1', 'C2', 'C3', 'C4', 'C5'];

function table(decisions: Decision[], voided: QuizPart['voided'] = 'left-out') {
	return rowsOfRecord(
		aRecord(
			{ stages: [aStage({ parts: [aQuizPart({ maxPoints: 1000, questionCount: 5, voided })] })] },
			{
				contestants: Object.keys(answers).map((number) => aContestant(number)),
				questions: codes.map((code) => aSingle(code)),
				rounds: [aRound('KT', codes)],
				answers: Object.entries(answers).flatMap(([contestant, letters]) =>
					[...letters].flatMap((letter, at) =>
						letter === '-' ? [] : [anAnswer(contestant, codes[at] ?? '', optionsOf(letter))]
					)
				),
				decisions
			}
		)
	).map(([number, rank, , total]) => [number, rank, total]);
}

const key = { correct: optionsOf('B'), tolerance: '', alsoCorrect: [] };
const corrected = aDecision(1, { kind: 'key', question: 'C3', key }, { reason: 'đáp án in nhầm' });
const annulled = aDecision(2, { kind: 'void', question: 'C5' }, { reason: 'đề thiếu dữ kiện' });

test('R12 as printed: 5, 3 and 2 right of 5', () => {
	expect(table([])).toEqual([
		['TS01', '1', 1000],
		['TS02', '2', 600],
		['TS03', '3', 400]
	]);
});

test('R111 with the key of C3 corrected to B: 4, 4 and 3 right of 5', () => {
	// TS01 loses C3; TS02 and TS03 win it.
	expect(table([corrected])).toEqual([
		['TS01', '1=', 800],
		['TS02', '1=', 800],
		['TS03', '3', 600]
	]);
});

test('R111 and C5 annulled, left out: TS01 3 of 4, TS02 4 of 4, TS03 2 of 4', () => {
	expect(table([corrected, annulled])).toEqual([
		['TS02', '1', 1000],
		['TS01', '2', 750],
		['TS03', '3', 500]
	]);
});

test('R111 or C5 annulled with its points for everybody: TS01 3 + 1, TS02 4 + 1, TS03 2 + 1 of 5', () => {
	expect(table([corrected, annulled], 'full-for-all')).toEqual([
		['TS02', '1', 1000],
		['TS01', '2', 800],
		['TS03', '3', 600]
	]);
});

test('R111 and the annulment taken back: as if it had never been', () => {
	expect(table([corrected, annulled, { ...annulled, sequence: 3, takesBack: 2 }])).toEqual(table([corrected]));
});
