// Who has an interest in whom, and what it does to whom sheets are waited for (R154).
import { describe, expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aSheet,
	aStage,
	aTurn,
	aUnit
} from '../record/contest-record.fixture.ts';
import type { ContestRecord, RecordedInterest } from '../record/record.ts';
import { refuseOtherJudge } from '../decisions/other-judge.ts';
import { computeResult } from './compute.ts';
import { interestsIn } from './interests.ts';
import { panelScoreOf } from './panel-scores.ts';
import { indexRecord } from './record-index.ts';
import { whoMarks } from './who-marks.ts';

const stage = aStage({ parts: [aJudgedPart({ panels: [aPanel()] })] });
const rubrics = [
	{
		code: 'TT',
		name: 'Thuyết trình',
		max: 5000,
		criteria: [{ code: 'TT1', name: 'a', min: 0, max: 5000, step: 100, weight: 100, noteRequired: 'never' as const }]
	}
];
const sheetsOf = (contestant: string, ...judges: string[]) =>
	judges.map((judge, at) => aSheet(contestant, judge, { TT1: 3000 + at * 1000 }));
const declared = (judge: string, about: RecordedInterest['about']): RecordedInterest => ({
	judge,
	about,
	reason: 'em ruột',
	by: 'Trần Thị B',
	at: '2021-07-15T08:00:00.000Z'
});

function contest(changes: Partial<ContestRecord> = {}, rules: Partial<ContestRecord['rules']> = {}): ContestRecord {
	return aRecord(
		{ stages: [stage], ...rules },
		{
			rubrics,
			units: [aUnit('U1'), aUnit('U2')],
			contestants: [aContestant('TS1', { unit: 'U1' }), aContestant('TS2', { unit: 'U2' })],
			judges: [aJudge('GK1', { unit: 'U1' }), aJudge('GK2'), aJudge('GK3', { unit: null })],
			turns: [aTurn('TS1'), aTurn('TS2')],
			...changes
		}
	);
}

const markers = (record: ContestRecord, contestant: string) =>
	[...whoMarks(indexRecord(record), stage).of(contestant, null)].sort();

describe('R154 an interest', () => {
	test('is found where judge and contestant come from one unit, and is what was declared about one or a whole unit', () => {
		const interests = [declared('GK2', { contestant: 'TS1' }), declared('GK3', { unit: 'U2' })];
		const found = interestsIn(contest({ interests }));
		expect(found.map(({ judge, contestant, declared: why }) => [judge, contestant, why?.reason ?? null])).toEqual([
			['GK1', 'TS1', null],
			['GK2', 'TS1', 'em ruột'],
			['GK3', 'TS2', 'em ruột']
		]);
		const twice = interestsIn(contest({ interests: [declared('GK1', { contestant: 'TS1' })] }));
		expect(twice).toEqual([{ judge: 'GK1', contestant: 'TS1', declared: null }]);
	});

	test('keeps the judge from marking that contestant and nobody else; the mean is that of the others', () => {
		const record = contest({ sheets: [...sheetsOf('TS1', 'GK2', 'GK3'), ...sheetsOf('TS2', 'GK1', 'GK2', 'GK3')] });
		expect([markers(record, 'TS1'), markers(record, 'TS2')]).toEqual([
			['GK2', 'GK3'],
			['GK1', 'GK2', 'GK3']
		]);
		const result = computeResult(record);
		expect(result.missing).toEqual([]);
		const value = panelScoreOf(result, { part: 'TT', panel: 'BGK', contestant: 'TS1' })?.value;
		expect(value && Number(value.numerator) / Number(value.denominator)).toBe(3500);
	});

	test('changes nothing where the rules let interested judges mark', () => {
		expect(markers(contest({}, { interestedMark: true }), 'TS1')).toEqual(['GK1', 'GK2', 'GK3']);
	});

	test('never drops a sheet that was begun, be it locked, opened again or a draft', () => {
		for (const isLocked of [true, false]) {
			const record = contest({ sheets: [aSheet('TS1', 'GK1', { TT1: 5000 }, { isLocked })] });
			expect(markers(record, 'TS1')).toEqual(['GK1', 'GK2', 'GK3']);
		}
	});

	test('of a substitute counts for the seat, that of the judge who is replaced does not', () => {
		const inFor = (judge: string, substitute: string) => [
			aDecision(1, { kind: 'substitute', judge, substitute, session: null })
		];
		const judges = [aJudge('GK1', { unit: 'U1' }), aJudge('GK2'), aJudge('GK9', { panels: [], unit: null })];
		expect(markers(contest({ judges, decisions: inFor('GK1', 'GK9') }), 'TS1')).toEqual(['GK2', 'GK9']);
		const other = [aJudge('GK1'), aJudge('GK2'), aJudge('GK9', { panels: [], unit: 'U1' })];
		expect(markers(contest({ judges: other, decisions: inFor('GK1', 'GK9') }), 'TS1')).toEqual(['GK2']);
		const begun = sheetsOf('TS1', 'GK1');
		const kept = contest({ judges: other, decisions: inFor('GK1', 'GK9'), sheets: begun });
		expect(markers(kept, 'TS1')).toEqual(['GK2', 'GK9']);
	});

	test('keeps a judge from being called to settle a difference', () => {
		const judges = [aJudge('GK1'), aJudge('GK2'), aJudge('GK9', { panels: [], unit: 'U1' })];
		const place = { part: 'TT', panel: 'BGK', contestant: 'TS1' };
		expect(refuseOtherJudge(contest({ judges }), place, 'GK9')).toMatchObject({ refused: 'decision/judge-recused' });
		expect(refuseOtherJudge(contest({ judges }), { ...place, contestant: 'TS2' }, 'GK9')).toBeNull();
	});
});
