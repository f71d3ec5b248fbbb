// Worked out on paper: two clusters ranked by themselves, the best two of each go on, one of a unit, a tie at the cut; the final carries 40 % (R161, R168, R174–R176, R187, R191; source 2, 3, 45).
import { expect, test } from 'vitest';
import { aContestant, aDecision, aGivenPart, aRecord, aStage, text } from '../../record/contest-record.fixture.ts';
import type { ContestRecord } from '../../record/record.ts';
import { computeResult } from '../compute.ts';
import { rowsOf } from './golden.fixture.ts';

/** Unit, points of the first stage, points of the final. */
const people: Record<string, [unit: string, first: number, final: number | null]> = {
	// Cluster 1: the second best is of the unit of the best, so the third goes on.
	TS01: ['U1', 9000, 5000],
	TS02: ['U1', 8800, null],
	TS03: ['U2', 8500, 5500],
	TS04: ['U3', 8000, null],
	// Cluster 2: two share the second place; one more is below the minimum of 50,00.
	TS11: ['U4', 8200, 5250],
	TS12: ['U5', 7800, null],
	TS13: ['U6', 7800, 5800],
	TS14: ['U7', 4500, null]
};

function contest(decisions: ContestRecord['decisions']): ContestRecord {
	return aRecord(
		{
			clusters: [
				{ code: 'C1', title: text('Cụm 1', 'Cluster 1') },
				{ code: 'C2', title: text('Cụm 2', 'Cluster 2') }
			],
			stages: [
				aStage({
					code: 'SK',
					title: text('Sơ khảo', 'First stage'),
					parts: [aGivenPart({ code: 'A', maxPoints: 10_000 })],
					rankedBy: ['cluster'],
					advancement: {
						to: 'CK',
						top: { count: 2, per: 'cluster' },
						leastTotal: 5000,
						mostPerUnit: 1,
						atCut: 'decide'
					}
				}),
				aStage({
					parts: [aGivenPart({ code: 'B', maxPoints: 6000 })],
					carry: [{ stage: 'SK', weight: 40 }]
				})
			],
			nomination: { to: text('Hội thi cấp tỉnh', 'Provincial contest'), awards: [], top: { stage: 'CK', count: 2 } }
		},
		{
			contestants: Object.entries(people).map(([number, [unit]]) =>
				aContestant(number, { unit, cluster: number < 'TS10' ? 'C1' : 'C2' })
			),
			given: Object.entries(people).flatMap(([contestant, [, first, final]]) => [
				{ part: 'A', contestant, points: first, reason: '' },
				...(final === null ? [] : [{ part: 'B', contestant, points: final, reason: '' }])
			]),
			decisions
		}
	);
}

const chosen = aDecision(
	1,
	{ kind: 'advance', stage: 'SK', contestant: 'TS13', goesOn: true },
	{ reason: 'biên bản họp số 3' }
);

test('R168, R174, R175, R176 each cluster by itself, one of a unit; the tie at the cut waits for a decision', () => {
	const result = computeResult(contest([]));
	expect(rowsOf(result, 0, 0)).toEqual([
		['TS01', '1', [9000], 9000],
		['TS02', '2', [8800], 8800],
		['TS03', '3', [8500], 8500],
		['TS04', '4', [8000], 8000]
	]);
	expect(rowsOf(result, 0, 1)).toEqual([
		['TS11', '1', [8200], 8200],
		['TS12', '2=', [7800], 7800],
		['TS13', '2=', [7800], 7800],
		['TS14', '4', [4500], 4500]
	]);
	expect(result.stages[0]?.advancement?.goingOn.map(({ contestant }) => contestant)).toEqual(['TS01', 'TS03', 'TS11']);
	expect(result.missing).toEqual([{ kind: 'advancement', stage: 'SK', contestants: ['TS12', 'TS13'] }]);
});

test('R161, R187, R191 with the tie decided, the final of four with 40 % of what they brought', () => {
	const result = computeResult(contest([chosen]));
	expect(result.stages[0]?.advancement?.goingOn.map(({ contestant, why: { vi } }) => [contestant, vi])).toEqual([
		['TS01', 'hạng 1 với 90,00 điểm'],
		['TS03', 'hạng 3 với 85,00 điểm'],
		['TS11', 'hạng 1 với 82,00 điểm'],
		['TS13', 'theo quyết định của Ban Tổ chức: biên bản họp số 3']
	]);
	expect(rowsOf(result, 1)).toEqual([
		// 58,00 + 78,00 × 40 % = 58,00 + 31,20
		['TS13', '1', [5800], 8920],
		// 55,00 + 85,00 × 40 % = 55,00 + 34,00
		['TS03', '2', [5500], 8900],
		// 50,00 + 90,00 × 40 % = 50,00 + 36,00
		['TS01', '3', [5000], 8600],
		// 52,50 + 82,00 × 40 % = 52,50 + 32,80
		['TS11', '4', [5250], 8530]
	]);
	expect(result.missing).toEqual([]);
	expect(result.nominations).toEqual(['TS13', 'TS03']);
});
