// What the total of a stage is made of (R40, R160, R161).
import { expect, test } from 'vitest';
import { aContestant, aDecision, aGivenPart, aRecord, aStage, aTurn } from '../record/contest-record.fixture.ts';
import { computeResult } from './compute.ts';
import { firstRanking, givenRecord, ranksOf } from './places.fixture.ts';

test('R40 parts are added; a part without points adds nothing and the sentence says so', () => {
	const [first, second] = firstRanking(givenRecord({ TS01: [4050, 5125], TS02: [4500, null] }));
	// 40,50 + 51,25 = 91,75
	expect(first?.total).toBe(9175);
	expect(second?.total).toBe(4500);
	expect(second?.why.vi).toBe('Hạng 2 với 45,00 điểm; chưa có điểm phần Thuyết trình, tính 0 điểm.');
	expect(second?.why.en).toContain('no points yet for Thuyết trình, counted as 0');
});

test('R2, R40 rounded part by part, or once at the end', () => {
	// Scaled to 10,00 by the best (3,00): 1,00 → 3,333… and 2,00 → 6,666…
	const parts = ['A', 'B'].map((code) => aGivenPart({ code, scale: 'scaled', maxPoints: 1000 }));
	const given = [
		{ part: 'A', contestant: 'TS01', points: 100, reason: '' },
		{ part: 'A', contestant: 'TS02', points: 300, reason: '' },
		{ part: 'B', contestant: 'TS01', points: 100, reason: '' },
		{ part: 'B', contestant: 'TS02', points: 300, reason: '' }
	];
	const totalOf = (at: 'part' | 'total') => {
		const record = aRecord(
			{ stages: [aStage({ parts })], rounding: { mode: 'half-up', decimals: 2, at } },
			{ contestants: [aContestant('TS01'), aContestant('TS02')], given }
		);
		return firstRanking(record)[1]?.total;
	};
	// 3,33 + 3,33 = 6,66; 6,666… → 6,67
	expect(totalOf('part')).toBe(666);
	expect(totalOf('total')).toBe(667);
});

test('R160 points are added to or taken off the total by decision, never below 0', () => {
	const record = givenRecord(
		{ TS01: [500], TS02: [9000], TS03: [100] },
		{},
		{
			decisions: [
				aDecision(1, { kind: 'points', stage: 'CK', part: null, contestant: 'TS01', points: 250 }),
				aDecision(2, { kind: 'points', stage: 'CK', part: null, contestant: 'TS02', points: -1000 }),
				aDecision(3, { kind: 'points', stage: 'CK', part: null, contestant: 'TS03', points: -500 })
			]
		}
	);
	// 5,00 + 2,50 = 7,50; 90,00 − 10,00 = 80,00; 1,00 − 5,00 → 0
	expect(firstRanking(record).map(({ contestant, total }) => [contestant, total])).toEqual([
		['TS02', 8000],
		['TS01', 750],
		['TS03', 0]
	]);
});

test('R160 points by decision count as they are, also where parts are rounded to whole points', () => {
	const record = givenRecord(
		{ TS01: [8060] },
		{},
		{ decisions: [aDecision(1, { kind: 'points', stage: 'CK', part: null, contestant: 'TS01', points: -25 })] },
		{ rounding: { mode: 'half-up', decimals: 0, at: 'part' } }
	);
	// 80,60 → 81,00; less 0,25.
	expect(firstRanking(record)[0]?.total).toBe(8075);
});

test('R40, R43 a missed turn costs no rank; who is entered as absent has none', () => {
	const turns = ['TS01', 'TS02'].map((number) => aTurn(number, { status: 'absent', startedAt: null, endedAt: null }));
	const record = givenRecord({ TS01: [500, null], TS02: [900, null], TS03: [100, 100] }, {}, { turns });
	const absent = record.contestants.map((each) =>
		each.number === 'TS02' ? { ...each, status: 'absent' as const } : each
	);
	expect(ranksOf(firstRanking(record))).toEqual(['TS02 1', 'TS01 2', 'TS03 3']);
	expect(ranksOf(firstRanking({ ...record, contestants: absent }))).toEqual(['TS01 1', 'TS03 2', 'TS02 –']);
});

test('R161 the total of an earlier stage counts by its weight', () => {
	const record = givenRecord({ TS01: [8500], TS02: [9001] });
	const [first] = record.rules.stages;
	record.rules.stages = [
		{ ...first!, code: 'SK', advancement: { to: 'CK', top: null, leastTotal: null, mostPerUnit: null, atCut: 'all' } },
		aStage({ parts: [aGivenPart({ code: 'Z', maxPoints: 6000 })], carry: [{ stage: 'SK', weight: 40 }] })
	];
	record.given.push(
		{ part: 'Z', contestant: 'TS01', points: 5000, reason: '' },
		{ part: 'Z', contestant: 'TS02', points: 4000, reason: '' }
	);
	const final = computeResult(record).stages[1]?.rankings[0]?.places;
	// 85,00 × 40 % = 34,00 and 50,00; 90,01 × 40 % = 36,004 → 36,00 and 40,00
	expect(final?.map(({ contestant, total }) => [contestant, total])).toEqual([
		['TS01', 8400],
		['TS02', 7600]
	]);
});
