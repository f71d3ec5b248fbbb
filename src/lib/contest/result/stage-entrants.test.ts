// Who takes part in a stage, and whose sheets it waits for.
import { describe, expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aGivenPart,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage
} from '../record/contest-record.fixture.ts';
import { computeResult } from './compute.ts';
import { expectedOnStage } from './expected-on-stage.ts';
import { indexRecord } from './record-index.ts';
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

describe('whose sheet is waited for', () => {
	const stage = aStage({
		parts: [
			aJudgedPart({ code: 'TT', panels: [aPanel({ code: 'CM', weight: 70 }), aPanel({ code: 'KG', weight: 30 })] }),
			aJudgedPart({ code: 'TH', panels: [aPanel({ code: 'CM' })] })
		]
	});
	const judges = [
		aJudge('GK1', { panels: ['CM'] }),
		aJudge('GK2', { panels: ['KG'] }),
		aJudge('GK3', { panels: ['SK'] })
	];
	const expected = (...decisions: Parameters<typeof aDecision>[1][]) =>
		expectedOnStage(
			indexRecord(
				aRecord({ stages: [stage] }, { judges, decisions: decisions.map((content, at) => aDecision(at + 1, content)) })
			),
			stage
		);

	test('R129: of every panel of every part, and of nobody else', () => {
		expect([...expected()('TS1', null)]).toEqual(['GK1', 'GK2']);
	});

	test('R129: not of who recused, unless from one part of several', () => {
		const recusal = { kind: 'recusal', judge: 'GK1', contestant: 'TS1', how: 'recused' } as const;
		expect([...expected({ ...recusal, part: null })('TS1', null)]).toEqual(['GK2']);
		expect([...expected({ ...recusal, part: 'TH' })('TS1', null)]).toEqual(['GK1', 'GK2']);
		expect([...expected({ ...recusal, part: null })('TS9', null)]).toEqual(['GK1', 'GK2']);
	});

	test('R130: of the substitute in the session it is for', () => {
		const of = expected({ kind: 'substitute', judge: 'GK2', substitute: 'GK3', session: 'S1' });
		expect([...of('TS1', 'S1')]).toEqual(['GK1', 'GK3']);
		expect([...of('TS1', 'S2')]).toEqual(['GK1', 'GK2']);
	});
});
