// Worked out on paper: units ranked by their best four members and up to 10,00 for taking part (R170–R173, R183; source 6, 18, 43).
import { expect, test } from 'vitest';
import { aContestant, aGivenPart, aRecord, aStage, aUnit, text } from '../../record/contest-record.fixture.ts';
import type { Award } from '../../rules/prizes.ts';
import { computeResult } from '../compute.ts';
import { winnersOf } from './golden.fixture.ts';

const totals: Record<string, number[]> = {
	A: [8000, 7500, 7000, 6500, 9000],
	B: [8500, 8500, 7000, 6800],
	C: [9500, 9400, 9300]
};
const entries = Object.entries(totals).flatMap(([unit, points]) =>
	points.map((each, at) => ({ number: `${unit}${at + 1}`, unit, points: each }))
);
const prize = (code: string, source: Award['source']): Award => ({
	code,
	title: text(code),
	source,
	quota: 1,
	per: 'contest',
	leastTotal: 0,
	moreOnTie: true,
	notWith: [],
	gift: ''
});
const record = aRecord(
	{
		stages: [
			aStage({
				parts: [aGivenPart({ code: 'T', maxPoints: 10_000 })],
				teams: { of: 'unit', combine: { kind: 'best', count: 4 }, leastMembers: 4, participationPoints: 1000 }
			})
		],
		awards: [prize('tap-the', { kind: 'team', stage: 'CK' }), prize('phong-trao', { kind: 'participation' })]
	},
	{
		units: [aUnit('A', { members: 50 }), aUnit('B', { members: 20 }), aUnit('C', { members: 100 })],
		contestants: [
			...entries.map(({ number, unit }) => aContestant(number, { unit })),
			aContestant('A6', { unit: 'A', status: 'absent' })
		],
		given: entries.map(({ number, points }) => ({ part: 'T', contestant: number, points, reason: '' }))
	}
);

test('R170, R171, R172 best four of each unit and points for taking part; three are too few', () => {
	// Taking part: A 5 of 50 = 10 %, B 4 of 20 = 20 %, the best rate, C 3 of 100 = 3 %.
	// 10,00 × 10/20 = 5,00 · 10,00 · 10,00 × 3/20 = 1,50
	expect(
		computeResult(record).stages[0]?.teams.map(({ team, rank, total, counted }) => [team, rank, total, counted])
	).toEqual([
		// 90 + 80 + 75 + 70 = 315, + 5 = 320; the 65 does not count
		['A', 1, 32_000, ['A5', 'A1', 'A2', 'A3']],
		// 85 + 85 + 70 + 68 = 308, + 10 = 318
		['B', 2, 31_800, ['B1', 'B2', 'B3', 'B4']],
		// 95 + 94 + 93 = 282, + 1,50 = 283,50; three members where four are needed
		['C', null, 28_350, ['C1', 'C2', 'C3']]
	]);
});

test('R173, R183 who entered, who took part, and the prizes of the units', () => {
	const result = computeResult(record);
	expect(result.units).toEqual([
		{ unit: 'A', entered: 6, tookPart: 5, rate: { numerator: 1, denominator: 10 } },
		{ unit: 'B', entered: 4, tookPart: 4, rate: { numerator: 1, denominator: 5 } },
		{ unit: 'C', entered: 3, tookPart: 3, rate: { numerator: 3, denominator: 100 } }
	]);
	expect(winnersOf(result)).toEqual({ 'tap-the': ['A'], 'phong-trao': ['B'] });
	expect(result.missing).toEqual([]);
});
