// Who takes part in a stage.
import { describe, expect, test } from 'vitest';
import { aContestant, aGivenPart, aJudgedPart, aRecord, aStage } from '../record/contest-record.fixture.ts';
import { computeResult } from './compute.ts';
import { stageEntrants } from './stage-entrants.ts';

const rules = {
	stages: [
		aStage({
			code: 'SK',
			parts: [aGivenPart()],
			advancement: {
				to: 'CK',
				top: { count: 2, per: 'stage' },
				leastTotal: null,
				mostPerUnit: null,
				atCut: 'decide'
			}
		}),
		aStage({ code: 'CK', parts: [aJudgedPart()] })
	]
};
const contestants = ['TS10', 'TS9', 'TS1'].map((number) => aContestant(number));
const points = (...of: [string, number][]) =>
	of.map(([contestant, given]) => ({ part: 'CC', contestant, points: given, reason: '' }));

function numbersOf(given: ReturnType<typeof points>, stage: string): string[] | null {
	const record = aRecord(rules, { contestants, given });
	return stageEntrants(record, computeResult(record), stage)?.map(({ number }) => number) ?? null;
}

describe('R191: who takes part in a stage', () => {
	const all = points(['TS1', 300], ['TS9', 900], ['TS10', 700]);

	test('everybody in the first, by number', () => {
		expect(numbersOf([], 'SK')).toEqual(['TS1', 'TS9', 'TS10']);
	});

	test('in a later one those who go on', () => {
		expect(numbersOf(all, 'CK')).toEqual(['TS9', 'TS10']);
	});

	test('nobody knows while points are missing before', () => {
		expect(numbersOf(all.slice(1), 'CK')).toBeNull();
	});

	test('nobody knows while a tie at the cut waits for a decision', () => {
		expect(numbersOf(points(['TS1', 700], ['TS9', 900], ['TS10', 700]), 'CK')).toBeNull();
	});

	test('what the stage itself lacks does not matter', () => {
		const record = aRecord(rules, { contestants, given: all });
		const result = computeResult(record);
		expect(result.missing.map(({ kind }) => kind)).toContain('turns-drawn');
		expect(stageEntrants(record, result, 'CK')).toHaveLength(2);
	});

	test('a stage the rules do not have has nobody', () => {
		expect(numbersOf(all, 'XX')).toBeNull();
	});
});
