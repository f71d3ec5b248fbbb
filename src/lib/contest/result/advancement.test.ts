// Who goes on to the next stage (R174–R177, R179), and results of several stages (R190, R191, R57).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aContestant, aDecision, aGivenPart, aStage } from '../record/contest-record.fixture.ts';
import type { Decision } from '../record/decision.ts';
import type { ContestRecord, RecordedContestant } from '../record/record.ts';
import type { Advancement } from '../rules/advancement.ts';
import { computeResult } from './compute.ts';
import { givenRecord, type Given } from './places.fixture.ts';

function contest(
	totals: Given,
	advancement: Partial<Advancement>,
	more: { contestants?: RecordedContestant[]; decisions?: Decision[] } = {}
): ContestRecord {
	const record = givenRecord(
		totals,
		{
			code: 'SK',
			advancement: { to: 'CK', top: null, leastTotal: null, mostPerUnit: null, atCut: 'all', ...advancement }
		},
		more
	);
	record.rules.stages.push(aStage({ parts: [aGivenPart({ code: 'Z' })] }));
	return record;
}

const goingOn = (record: ContestRecord) =>
	computeResult(record).stages[0]?.advancement?.goingOn.map(({ contestant }) => contestant);

const five: Given = { TS01: [9000], TS02: [8000], TS03: [8000], TS04: [7000], TS05: [6000] };
const top = (count: number, per: 'stage' | 'category' | 'cluster' | 'session' = 'stage') => ({ count, per });

test('R174 the best so many; nobody below the minimum', () => {
	expect(goingOn(contest(five, { top: top(3) }))).toEqual(['TS01', 'TS02', 'TS03']);
	expect(goingOn(contest(five, { top: top(4), leastTotal: 7500 }))).toEqual(['TS01', 'TS02', 'TS03']);
	expect(goingOn(contest(five, { leastTotal: 7000 }))).toEqual(['TS01', 'TS02', 'TS03', 'TS04']);
	const [first] = computeResult(contest(five, { top: top(1) })).stages[0]?.advancement?.goingOn ?? [];
	expect(first?.why).toEqual({ vi: 'hạng 1 với 90,00 điểm', en: 'place 1, 90.00 points' });
});

test('R174 the best of each group', () => {
	const contestants = ['A', 'A', 'B', 'B', 'B'].map((cluster, at) => aContestant(`TS0${at + 1}`, { cluster }));
	expect(goingOn(contest(five, { top: top(1, 'cluster') }, { contestants }))).toEqual(['TS01', 'TS03']);
});

test('R175 the best so many of each unit; who is over the quota uses up no place', () => {
	const contestants = ['U1', 'U1', 'U2', 'U1', 'U2'].map((unit, at) => aContestant(`TS0${at + 1}`, { unit }));
	// TS02 and TS04 are over the quota of U1, TS05 over that of U2
	expect(goingOn(contest(five, { top: top(3), mostPerUnit: 1 }, { contestants }))).toEqual(['TS01', 'TS03']);
});

test('R176 a shared rank at the cut: all of it, none of it, or by decision', () => {
	expect(goingOn(contest(five, { top: top(2), atCut: 'all' }))).toEqual(['TS01', 'TS02', 'TS03']);
	expect(goingOn(contest(five, { top: top(2), atCut: 'none' }))).toEqual(['TS01']);
	const open = computeResult(contest(five, { top: top(2), atCut: 'decide' }));
	expect(open.stages[0]?.advancement?.undecided).toEqual(['TS02', 'TS03']);
	expect(open.missing).toEqual([{ kind: 'advancement', stage: 'SK', contestants: ['TS02', 'TS03'] }]);
});

const advance = (sequence: number, contestant: string, goesOn: boolean) =>
	aDecision(sequence, { kind: 'advance', stage: 'SK', contestant, goesOn }, { reason: 'tờ trình số 4' });

test('R176 one decision settles the cut: the place is used', () => {
	const result = computeResult(
		contest(five, { top: top(2), atCut: 'decide' }, { decisions: [advance(1, 'TS03', true)] })
	);
	expect(result.stages[0]?.advancement).toMatchObject({
		goingOn: [{ contestant: 'TS01' }, { contestant: 'TS03' }],
		undecided: []
	});
	expect(result.stages[0]?.advancement?.goingOn[1]?.why.vi).toBe('theo quyết định của Ban Tổ chức: tờ trình số 4');
});

test('R176 the quota of a unit cuts a shared rank the same way', () => {
	const contestants = ['U1', 'U2', 'U2', 'U3', 'U3'].map((unit, at) => aContestant(`TS0${at + 1}`, { unit }));
	const quota = { top: top(3), mostPerUnit: 1 };
	expect(goingOn(contest(five, { ...quota, atCut: 'none' }, { contestants }))).toEqual(['TS01', 'TS04']);
	expect(goingOn(contest(five, { ...quota, atCut: 'all' }, { contestants }))).toEqual(['TS01', 'TS02', 'TS03']);
});

test('R175, R176 a unit whose quota was cut inside a shared rank uses up no place, and nobody of it comes later', () => {
	const contestants = ['U1', 'U1', 'U2', 'U1', 'U3'].map((unit, at) => aContestant(`TS0${at + 1}`, { unit }));
	const totals: Given = { TS01: [9000], TS02: [9000], TS03: [8000], TS04: [7000], TS05: [6000] };
	const quota = { top: top(2), mostPerUnit: 1 };
	expect(goingOn(contest(totals, { ...quota, atCut: 'none' }, { contestants }))).toEqual(['TS03', 'TS05']);
	// While TS01 or TS02 is waited for, the place is theirs: not TS04's, who has less.
	const open = computeResult(contest(totals, { ...quota, top: top(3), atCut: 'decide' }, { contestants }));
	expect(open.stages[0]?.advancement).toMatchObject({
		goingOn: [{ contestant: 'TS03' }, { contestant: 'TS05' }],
		undecided: ['TS01', 'TS02']
	});
});

test('R177 whoever is taken out is passed over: the place goes to the next', () => {
	expect(goingOn(contest(five, { top: top(2) }, { decisions: [advance(1, 'TS01', false)] }))).toEqual(['TS02', 'TS03']);
});

test('R179 whoever is let in comes besides the places; the last decision about somebody holds', () => {
	const wild = contest(five, { top: top(1) }, { decisions: [advance(1, 'TS05', true)] });
	expect(goingOn(wild)).toEqual(['TS01', 'TS05']);
	wild.decisions.push(advance(2, 'TS05', false));
	expect(goingOn(wild)).toEqual(['TS01']);
});

test('R191 the next stage is held by those who go on; R57 it waits for nothing before the earlier one is complete', () => {
	const record = contest(five, { top: top(1) });
	const result = computeResult(record);
	expect(result.stages[1]?.rankings[0]?.places.map(({ contestant }) => contestant)).toEqual(['TS01']);
	expect(result.missing).toEqual([{ kind: 'given', part: 'Z', contestants: ['TS01'] }]);
	record.given = record.given.filter(({ contestant }) => contestant !== 'TS05');
	expect(computeResult(record).missing).toEqual([{ kind: 'given', part: 'A', contestants: ['TS05'] }]);
});

test('R57 without anybody who competes there is no result', () => {
	const record = givenRecord({ TS01: [9000] }, {}, { contestants: [aContestant('TS01', { status: 'withdrawn' })] });
	expect(computeResult(record).missing).toEqual([{ kind: 'contestants', stage: 'CK' }]);
});

test('R174–R176 never more than the places go on unless the rules let a shared rank in, and never a worse total before a better one', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 }),
			fc.integer({ min: 1, max: 6 }),
			fc.constantFrom('all' as const, 'none' as const),
			(points, count, atCut) => {
				const totals = Object.fromEntries(points.map((each, at) => [`TS${at + 1}`, [each * 100]]));
				const chosen = goingOn(contest(totals, { top: top(count), atCut })) ?? [];
				const pointsOf = (number: string) => totals[number]?.[0] ?? 0;
				const least = Math.min(...chosen.map(pointsOf));
				const left = Object.keys(totals).filter((number) => !chosen.includes(number));
				expect(left.every((number) => pointsOf(number) < least || atCut === 'none')).toBe(true);
				expect(left.every((number) => pointsOf(number) <= least)).toBe(true);
				if (atCut === 'none') expect(chosen.length).toBeLessThanOrEqual(count);
				else expect(chosen.length).toBeGreaterThanOrEqual(Math.min(count, points.length));
			}
		),
		{ numRuns: 1000 }
	);
});
