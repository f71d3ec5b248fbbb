// Worked out on paper: a judge fell ill in the morning, another was replaced and a third recused in the afternoon; every way the rules may settle it (R57, R129–R132; source 31, 32).
import { expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aRecord,
	aSheet,
	aStage,
	aTurn,
	text
} from '../../record/contest-record.fixture.ts';
import type { ContestRecord } from '../../record/record.ts';
import type { MissingJudge } from '../../rules/panels.ts';
import { computeResult } from '../compute.ts';
import { aRubric, rowsOf, sheetsOf } from './golden.fixture.ts';

/** In the afternoon GK4 marks in place of GK1, and GK2 does not mark TS04, who is of the same unit. */
const afternoon: ContestRecord['decisions'] = [
	aDecision(1, { kind: 'substitute', judge: 'GK1', substitute: 'GK4', session: 'CHIEU' }),
	aDecision(2, { kind: 'recusal', judge: 'GK2', contestant: 'TS04', part: null, how: 'recused' })
];

function contest(more: ContestRecord['decisions'], sheets: ContestRecord['sheets'] = []): ContestRecord {
	return aRecord(
		{
			stages: [
				aStage({
					parts: [aJudgedPart()],
					sessions: [
						{ code: 'SANG', title: text('Buổi sáng', 'Morning') },
						{ code: 'CHIEU', title: text('Buổi chiều', 'Afternoon') }
					]
				})
			]
		},
		{
			rubrics: [aRubric('TT', { TT1: 5000 })],
			contestants: ['TS01', 'TS02', 'TS03', 'TS04'].map((number) => aContestant(number)),
			judges: [
				...['GK1', 'GK2', 'GK3'].map((code) => aJudge(code)),
				...['GK4', 'GK5'].map((code) => aJudge(code, { panels: [] }))
			],
			turns: ['TS01', 'TS02', 'TS03', 'TS04'].map((number, at) =>
				aTurn(number, { session: at < 2 ? 'SANG' : 'CHIEU' })
			),
			sheets: [
				// (40 + 42 + 44) / 3 = 42,00
				...sheetsOf('TS01', { TT1: [4000, 4200, 4400] }),
				// GK3 has gone: (41 + 43) / 2 = 42,00
				...sheetsOf('TS02', { TT1: [4100, 4300] }),
				// GK2, GK3 and GK4 for GK1: (40 + 42 + 38) / 3 = 40,00
				...sheetsOf('TS03', { TT1: [null, 4000, 4200, 3800] }),
				// GK3 and GK4: (44 + 45) / 2 = 44,50
				...sheetsOf('TS04', { TT1: [null, null, 4400, 4500] }),
				...sheets
			],
			decisions: [...afternoon, ...more]
		}
	);
}

const settledBy = (policy: MissingJudge) =>
	aDecision(3, { kind: 'missing-judge', panel: 'BGK', session: 'SANG', policy });

function table(record: ContestRecord) {
	const result = computeResult(record);
	return { rows: rowsOf(result).map(([number, rank, , total]) => [number, rank, total]), missing: result.missing };
}

const oneSheet = [{ kind: 'sheets', part: 'TT', panel: 'BGK', count: 1, contestants: ['TS02'] }];
const asPresent = [
	['TS04', '1', 4450],
	['TS01', '2=', 4200],
	['TS02', '2=', 4200],
	['TS03', '4', 4000]
];

test('R131 the mean of those present, official once people have confirmed it for the session', () => {
	expect(table(contest([]))).toEqual({ rows: asPresent, missing: oneSheet });
	expect(table(contest([settledBy('mean-of-present')]))).toEqual({ rows: asPresent, missing: [] });
});

test('R132 GK3 left out of the morning: TS01 falls to (40 + 42) / 2 = 41,00', () => {
	expect(table(contest([settledBy('drop-from-session')]))).toEqual({
		rows: [
			['TS04', '1', 4450],
			['TS02', '2', 4200],
			['TS01', '3', 4100],
			['TS03', '4', 4000]
		],
		missing: []
	});
});

test('R131 waiting for GK3: TS02 has no points yet', () => {
	expect(table(contest([settledBy('wait')]))).toEqual({
		rows: [
			['TS04', '1', 4450],
			['TS01', '2', 4200],
			['TS03', '3', 4000],
			['TS02', '4', 0]
		],
		missing: oneSheet
	});
});

test('R130 GK5 marks TS02 in place of GK3: (41 + 43 + 45) / 3 = 43,00', () => {
	const stands = aDecision(4, { kind: 'substitute', judge: 'GK3', substitute: 'GK5', session: 'SANG' });
	expect(table(contest([stands], [aSheet('TS02', 'GK5', { TT1: 4500 })]))).toEqual({
		rows: [
			['TS04', '1', 4450],
			['TS02', '2', 4300],
			['TS01', '3', 4200],
			['TS03', '4', 4000]
		],
		missing: []
	});
});
