// Worked out on paper: a small gap is talked over, a medium one decided by the head, a large one marked a third time (R125, R127, R136; source 35).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage
} from '../../record/contest-record.fixture.ts';
import type { DivergenceOutcome } from '../../record/decision.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

const panel = aPanel({
	divergence: {
		metric: 'spread',
		levels: [
			{ threshold: { kind: 'points', points: 100 }, reached: 'from', action: 'consult' },
			{ threshold: { kind: 'points', points: 200 }, reached: 'from', action: 'head-decides' },
			{ threshold: { kind: 'points', points: 300 }, reached: 'from', action: 'extra-replaces' }
		]
	}
});
const settled = (sequence: number, contestant: string, outcome: DivergenceOutcome) =>
	aDecision(sequence, { kind: 'divergence', part: 'NT', panel: 'BGK', contestant, outcome });
const decisions = [
	settled(1, 'TS02', { kind: 'stands' }),
	settled(2, 'TS03', { kind: 'head', value: 700 }),
	settled(3, 'TS04', { kind: 'extra', judge: 'GK3' })
];
const numbers = ['TS01', 'TS02', 'TS03', 'TS04'];
const record = aRecord(
	{
		stages: [
			aStage({
				parts: [aJudgedPart({ code: 'NT', kind: 'written', rubric: 'NT', maxPoints: 1000, panels: [panel] })]
			})
		]
	},
	{
		rubrics: [aRubric('NT', { NT1: 1000 })],
		contestants: numbers.map((number) => aContestant(number)),
		judges: [aJudge('GK1'), aJudge('GK2'), aJudge('GK3', { panels: [] })],
		sheets: [
			// 0,50 apart: nothing to do, (8,00 + 8,50) / 2 = 8,25
			...sheetsOf('TS01', { NT1: [800, 850] }),
			// 1,00 apart: the two agree that their marks stand, (7,00 + 8,00) / 2 = 7,50
			...sheetsOf('TS02', { NT1: [700, 800] }),
			// 2,25 apart, mean 7,125: the head judge writes 7,00
			...sheetsOf('TS03', { NT1: [600, 825] }),
			// 4,00 apart, mean 7,00: the third marks 8,00
			...sheetsOf('TS04', { NT1: [500, 900, 800] })
		]
	}
);

test('R125, R127, R136 three levels, each settled in its own way', () => {
	const result = computeResult({ ...record, decisions });
	expect(rowsOf(result)).toEqual([
		['TS01', '1', [825], 825],
		['TS04', '2', [800], 800],
		['TS02', '3', [750], 750],
		['TS03', '4', [700], 700]
	]);
	expect(result.missing).toEqual([]);
});

test('R134 until people have settled them the means stand for now: 7,50 · 7,13 · 7,00', () => {
	const result = computeResult(record);
	expect(rowsOf(result).map(([number, , , total]) => [number, total])).toEqual([
		['TS01', 825],
		['TS02', 750],
		// (6,00 + 8,25) / 2 = 7,125 → 7,13
		['TS03', 713],
		['TS04', 700]
	]);
	expect(result.missing).toEqual([
		{ kind: 'divergence', part: 'NT', panel: 'BGK', contestants: ['TS02', 'TS03', 'TS04'] }
	]);
});
