// R341, R342: what came late with a price waits for two people, keeps the result from being official, and is told as any points by decision.
import { expect, test } from 'vitest';
import { aContestant, aDecision, aGivenPart, aRecord, aStage } from '../record/contest-record.fixture.ts';
import type { Decision, DecisionFrame } from '../record/decision.ts';
import type { RecordedContestant, RecordedLateEntry } from '../record/record.ts';
import { computeResult } from './compute.ts';

const late = (contestant: string, changes: Partial<RecordedLateEntry> = {}): RecordedLateEntry => ({
	entry: 'dc',
	title: 'Đề cương',
	contestant,
	part: 'CC',
	points: 100,
	dueAt: '2026-12-01T10:00:00.000Z',
	handedInAt: '2026-12-01T10:05:00.000Z',
	...changes
});
const off = (sequence: number, contestant: string, points: number, changes: Partial<DecisionFrame> = {}) =>
	aDecision(
		sequence,
		{ kind: 'points', stage: 'CK', part: 'CC', contestant, points, lateEntry: 'dc' },
		{ reason: 'nộp muộn', ...changes }
	);
function resultOf(
	decisions: Decision[],
	lateEntries = [late('TS02'), late('TS01')],
	second: Partial<RecordedContestant> = {}
) {
	return computeResult(
		aRecord(
			{ stages: [aStage({ total: 1000, parts: [aGivenPart()] })] },
			{
				contestants: [aContestant('TS01'), aContestant('TS02', second)],
				given: ['TS01', 'TS02'].map((contestant) => ({ part: 'CC', contestant, points: 900, reason: '' })),
				decisions,
				lateEntries
			}
		)
	);
}
const waiting = (...given: Parameters<typeof resultOf>) => resultOf(...given).missing;

test('R341 it takes nothing off by itself, and is named with whose it is, in the order of numbers', () => {
	const { missing, stages } = resultOf([]);
	expect(missing).toEqual([{ kind: 'late-entries', part: 'CC', contestants: ['TS01', 'TS02'] }]);
	expect(stages[0]!.rankings[0]!.places.map(({ total }) => total)).toEqual([900, 900]);
});

test('R342 a decision that holds settles it, with points or without, and one that is taken back does not', () => {
	expect(waiting([off(1, 'TS01', -100), off(2, 'TS02', 0)])).toEqual([]);
	expect(waiting([off(1, 'TS01', -100), off(2, 'TS02', 0), off(3, 'TS02', 0, { takesBack: 2 })])).toMatchObject([
		{ contestants: ['TS02'] }
	]);
	const other = aDecision(1, { kind: 'points', stage: 'CK', part: 'CC', contestant: 'TS01', points: -100 });
	expect(waiting([other])).toMatchObject([{ contestants: ['TS01', 'TS02'] }]);
});

test('R342 nobody is waited for who does not compete, and two documents are two decisions', () => {
	expect(waiting([], undefined, { status: 'withdrawn' })).toMatchObject([{ contestants: ['TS01'] }]);
	const two = [late('TS01'), late('TS01', { entry: 'slide' })];
	expect(waiting([off(1, 'TS01', -100)], two)).toMatchObject([{ contestants: ['TS01'] }]);
});

test('R108 what comes off, and what does not, is told with its reason', () => {
	const places = resultOf([off(1, 'TS01', -100), off(2, 'TS02', 0, { reason: 'bão' })]).stages[0]!.rankings[0]!.places;
	expect(places.map(({ contestant, total, score }) => [contestant, total, score.parts.CC!.notes[0]!.vi])).toEqual([
		['TS02', 900, 'Không trừ điểm nộp muộn: bão'],
		['TS01', 800, 'Trừ 1,00 điểm: nộp muộn']
	]);
});
