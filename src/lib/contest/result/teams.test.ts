// The ranking of units and teams, and how many took part (R170–R173).
import { expect, test } from 'vitest';
import { aContestant, aUnit } from '../record/contest-record.fixture.ts';
import type { TeamRanking } from '../rules/advancement.ts';
import { computeResult } from './compute.ts';
import { givenRecord, type Given } from './places.fixture.ts';

const totals: Given = {
	TS01: [9000],
	TS02: [8000],
	TS03: [7000],
	TS04: [8500],
	TS05: [8333],
	TS06: [8334],
	TS07: [9900]
};
const unitOf = ['U1', 'U1', 'U1', 'U2', 'U2', 'U2', 'U3'];

function ranking(teams: Partial<TeamRanking>, members: (number | null)[] = [null, null, null]) {
	const record = givenRecord(
		totals,
		{ teams: { of: 'unit', combine: { kind: 'sum' }, leastMembers: 1, participationPoints: 0, ...teams } },
		{
			units: ['U1', 'U2', 'U3'].map((code, at) => aUnit(code, { members: members[at] ?? null })),
			contestants: unitOf.map((unit, at) => aContestant(`TS0${at + 1}`, { unit, team: at < 2 ? 'Đội A' : null }))
		}
	);
	return computeResult(record).stages[0]?.teams ?? [];
}

const lines = (teams: ReturnType<typeof ranking>) => teams.map(({ team, rank, total }) => [team, rank, total]);

test('R170, R171 the sum of all members, the mean, or the best k', () => {
	// U1 90 + 80 + 70 = 240; U2 85 + 83,33 + 83,34 = 251,67; U3 99
	expect(lines(ranking({}))).toEqual([
		['U2', 1, 25_167],
		['U1', 2, 24_000],
		['U3', 3, 9900]
	]);
	// U1 80; U2 83,89; U3 99
	expect(lines(ranking({ combine: { kind: 'mean' } }))).toEqual([
		['U3', 1, 9900],
		['U2', 2, 8389],
		['U1', 3, 8000]
	]);
	// Best two: U1 170; U2 85 + 83,34 = 168,34; U3 99
	const best = ranking({ combine: { kind: 'best', count: 2 } });
	expect(lines(best)).toEqual([
		['U1', 1, 17_000],
		['U2', 2, 16_834],
		['U3', 3, 9900]
	]);
	expect(best[0]).toMatchObject({ counted: ['TS01', 'TS02'], members: 3 });
	expect(best[1]?.why).toEqual({ vi: '85,00 + 83,34 = 168,34 điểm', en: '85.00 + 83.34 = 168.34 points' });
});

test('R170 a team with too few ranked members is listed last, without a rank', () => {
	const teams = ranking({ combine: { kind: 'mean' }, leastMembers: 2 });
	expect(lines(teams)).toEqual([
		['U2', 1, 8389],
		['U1', 2, 8000],
		['U3', null, 9900]
	]);
	expect(teams[2]?.why.vi).toBe('1 thí sinh được xếp hạng, cần ít nhất 2; không xếp hạng tập thể');
});

test('R170 teams of their own; contestants without a team are in none', () => {
	expect(lines(ranking({ of: 'team' }))).toEqual([['Đội A', 1, 17_000]]);
});

test('R170 equal totals share a rank', () => {
	const record = givenRecord(
		{ TS01: [8000], TS02: [8000], TS03: [1000] },
		{ teams: { of: 'unit', combine: { kind: 'sum' }, leastMembers: 1, participationPoints: 0 } },
		{ contestants: ['U1', 'U2', 'U3'].map((unit, at) => aContestant(`TS0${at + 1}`, { unit })) }
	);
	const teams = computeResult(record).stages[0]?.teams ?? [];
	expect(teams.map(({ rank, shared }) => [rank, shared])).toEqual([
		[1, true],
		[1, true],
		[3, false]
	]);
});

test('R172 points for taking part: the rate of the unit over the best rate', () => {
	// Rates 3/60, 3/30, 1/40: U2 is best. U1 (3/60)/(3/30) = 1/2 → 5,00; U2 10,00; U3 (1/40)/(1/10) = 1/4 → 2,50
	const teams = ranking({ combine: { kind: 'mean' }, participationPoints: 1000 }, [60, 30, 40]);
	expect(lines(teams)).toEqual([
		['U3', 1, 10_150],
		['U2', 2, 9389],
		['U1', 3, 8500]
	]);
	expect(teams[2]?.why.vi).toBe('(90,00 + 80,00 + 70,00) / 3 + 5,00 điểm tham gia = 85,00 điểm');
});

test('R173 entered, took part, and the rate per member', () => {
	const record = givenRecord(
		{ TS01: [9000], TS02: [8000], TS03: [null] },
		{},
		{
			units: [aUnit('U2', { members: 40 }), aUnit('U1', { members: 50 }), aUnit('U3')],
			contestants: [
				aContestant('TS01'),
				aContestant('TS02'),
				aContestant('TS03', { status: 'absent' }),
				aContestant('TS04', { unit: 'U2' })
			]
		}
	);
	// U1: three entered, two took part, 2/50 = 1/25
	expect(computeResult(record).units).toEqual([
		{ unit: 'U1', entered: 3, tookPart: 2, rate: { numerator: 1, denominator: 25 } },
		{ unit: 'U2', entered: 1, tookPart: 1, rate: { numerator: 1, denominator: 40 } },
		{ unit: 'U3', entered: 0, tookPart: 0, rate: null }
	]);
});
