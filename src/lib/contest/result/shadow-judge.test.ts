// A shadow judge marks and counts for nothing (R157), but as a substitute.
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aSheet,
	aStage,
	aTurn
} from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import { computeResult } from './compute.ts';
import { indexRecord } from './record-index.ts';
import { whoMarks } from './who-marks.ts';

const stage = aStage({
	parts: [
		aJudgedPart({
			panels: [
				aPanel({
					divergence: {
						metric: 'spread',
						levels: [{ threshold: { kind: 'points', points: 500 }, reached: 'above', action: 'consult' }]
					}
				})
			]
		})
	]
});
const rubrics = [
	{
		code: 'TT',
		name: 'Thuyết trình',
		max: 5000,
		criteria: [{ code: 'TT1', name: 'a', min: 0, max: 5000, step: 100, weight: 100, noteRequired: 'never' as const }]
	}
];

function contest(changes: Partial<ContestRecord> = {}): ContestRecord {
	return aRecord(
		{ stages: [stage] },
		{
			rubrics,
			contestants: [aContestant('TS1')],
			judges: [aJudge('GK1'), aJudge('GK2'), aJudge('TS9', { role: 'shadow' })],
			turns: [aTurn('TS1')],
			sheets: [
				aSheet('TS1', 'GK1', { TT1: 4000 }),
				aSheet('TS1', 'GK2', { TT1: 4200 }),
				aSheet('TS1', 'TS9', { TT1: 1000 })
			],
			...changes
		}
	);
}

const pointsOf = (record: ContestRecord) => {
	const result = computeResult(record);
	const score = result.stages[0]?.rankings[0]?.places[0]?.score.parts.TT;
	return { points: score?.points, missing: result.missing };
};

test('R157: a shadow judge has parts to mark, is not waited for, and changes neither mean nor differences', () => {
	const record = contest();
	const { of, partsOf } = whoMarks(indexRecord(record), stage);
	expect([...of('TS1', null)]).toEqual(['GK1', 'GK2']);
	expect(partsOf('TS9', 'TS1', null).map(({ code }) => code)).toEqual(['TT']);
	expect(pointsOf(record)).toEqual({ points: 4100, missing: [] });
	expect(pointsOf(contest({ sheets: record.sheets.slice(0, 2) }))).toEqual(pointsOf(record));
});

test('R157: a recusal or an interest keeps a shadow judge from marking as well', () => {
	const recusal = aDecision(1, { kind: 'recusal', judge: 'TS9', contestant: 'TS1', part: null, how: 'recused' });
	const judges = [aJudge('GK1'), aJudge('TS9', { role: 'shadow', unit: 'U1' })];
	const parts = (record: ContestRecord) => whoMarks(indexRecord(record), stage).partsOf('TS9', 'TS1', null).length;
	expect([parts(contest({ decisions: [recusal] })), parts(contest({ judges, sheets: [] }))]).toEqual([0, 0]);
});

test('R157: as a substitute the sheet stands for the judge it is decided for', () => {
	const decisions = [aDecision(1, { kind: 'substitute', judge: 'GK2', substitute: 'TS9', session: null })];
	expect(pointsOf(contest({ decisions })).points).toBe(2500);
});
