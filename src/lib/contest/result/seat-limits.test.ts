// Seats held for some sessions or clusters only (R155), and what that leaves for a contestant (R156).
import { describe, expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage,
	aTurn,
	text
} from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import { sessionStates } from '../session-lock.ts';
import { indexRecord } from './record-index.ts';
import { sitsIn } from './seat-limits.ts';
import { whoMarks } from './who-marks.ts';

const limit = (sessions: string[], clusters: string[] = []) => [{ panel: 'BGK', sessions, clusters }];
const sessions = ['S1', 'S2'].map((code) => ({ code, title: text(code) }));
const stage = aStage({ sessions, parts: [aJudgedPart({ panels: [aPanel({ leastSheets: 2 })] })] });

function contest(changes: Partial<ContestRecord> = {}): ContestRecord {
	return aRecord(
		{ stages: [stage] },
		{
			contestants: [aContestant('TS1', { cluster: 'C1' }), aContestant('TS2', { cluster: 'C2' }), aContestant('TS3')],
			judges: [aJudge('GK1'), aJudge('GK2', { limits: limit(['S1']) }), aJudge('GK3', { limits: limit([], ['C2']) })],
			turns: [aTurn('TS1', { session: 'S1' }), aTurn('TS2', { session: 'S2' }), aTurn('TS3', { session: 'S2' })],
			...changes
		}
	);
}

const markers = (record: ContestRecord, contestant: string, session: string | null) =>
	[...whoMarks(indexRecord(record), stage).of(contestant, session)].sort();

describe('R155 a seat', () => {
	test.each([
		[[], [], 'S1', 'C1', true],
		[['S1'], [], 'S1', null, true],
		[['S1'], [], 'S2', null, false],
		[['S1', 'S2'], [], 'S2', null, true],
		[['S1'], [], null, null, false],
		[[], ['C1'], 'S1', 'C1', true],
		[[], ['C1'], 'S1', null, false],
		[['S1'], ['C1'], 'S1', 'C2', false]
	])('of the sessions %j and clusters %j is one in %s for %s: %s', (only, clusters, session, cluster, sits) => {
		expect(sitsIn(aJudge('GK1', { limits: limit(only, clusters) }), 'BGK', { session, cluster })).toBe(sits);
		expect(sitsIn(aJudge('GK1', { limits: limit(only, clusters) }), 'KG', { session, cluster })).toBe(false);
	});

	test('that is not limited is held for the whole contest, whatever another seat of the judge is', () => {
		const judge = aJudge('GK1', { panels: ['BGK', 'KG'], limits: limit(['S1']) });
		expect(sitsIn(judge, 'KG', { session: 'S2', cluster: null })).toBe(true);
	});

	test('is waited for where it is held, and nowhere else', () => {
		expect(markers(contest(), 'TS1', 'S1')).toEqual(['GK1', 'GK2']);
		expect(markers(contest(), 'TS2', 'S2')).toEqual(['GK1', 'GK3']);
		expect(markers(contest(), 'TS3', 'S2')).toEqual(['GK1']);
	});

	test('has a substitute where it is held', () => {
		const judges = [...contest().judges, aJudge('GK9', { panels: [] })];
		const decisions = [aDecision(1, { kind: 'substitute', judge: 'GK2', substitute: 'GK9', session: null })];
		expect(markers(contest({ judges, decisions }), 'TS1', 'S1')).toEqual(['GK1', 'GK9']);
		expect(markers(contest({ judges, decisions }), 'TS2', 'S2')).toEqual(['GK1', 'GK3']);
	});
});

test('R156: before a session is locked, whom fewer judges mark than the rules need is named', () => {
	expect(sessionStates(contest()).map(({ session, short }) => [session, short])).toEqual([
		['S1', []],
		['S2', ['TS3']]
	]);
});
