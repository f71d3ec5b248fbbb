// R147: only presentations whose whole panel has locked are held against each other, and the result without a judge is the engine's own.
import { describe, expect, test } from 'vitest';
import { aDecision, aJudge, aJudgedPart, aPanel, text } from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import { recordWith, withPanel } from '../result/judged-part.fixture.ts';
import type { Award } from '../rules/prizes.ts';
import { leftOut, onlyOf } from './left-out.ts';
import { wholePanels } from './whole-panels.ts';

const part = aJudgedPart();
const seen = () => false;
const tableOf = (record: ContestRecord, isHidden = seen as (number: string) => boolean) => {
	const { contestants, open, panels } = wholePanels(record, 'CK', isHidden);
	return { contestants, open, judges: panels[0]?.judges, table: panels[0]?.table };
};

describe('which presentations are looked at', () => {
	test('R147 a sheet that is not there, not locked or not complete keeps its whole presentation out', () => {
		const record = recordWith(part, {
			TS01: [4500, 4400],
			TS02: [4000, null],
			TS03: [3000, 3100],
			TS04: [2000, 2100],
			TS05: [1000, 1100]
		});
		const sheets = record.sheets.map((sheet) => {
			if (sheet.judge !== 'GK2') return sheet;
			if (sheet.contestant === 'TS03') return { ...sheet, isLocked: false };
			return sheet.contestant === 'TS04' ? { ...sheet, marks: { ...sheet.marks, TT2: null } } : sheet;
		});
		expect(tableOf({ ...record, sheets })).toEqual({
			contestants: ['TS01', 'TS05'],
			open: 3,
			judges: ['GK1', 'GK2'],
			table: [
				[4500, 4400],
				[1000, 1100]
			]
		});
	});

	test('R147 nor one whose turn goes on, nor one that is hidden from who asks; absent people are not waited for', () => {
		const record = recordWith(part, { TS01: [4500], TS02: [4000], TS03: [3000], TS04: [2000] });
		const turns = record.turns.map((turn) => {
			if (turn.contestant === 'TS02') return { ...turn, status: 'running' as const };
			return turn.contestant === 'TS04' ? { ...turn, status: 'absent' as const } : turn;
		});
		expect(tableOf({ ...record, turns }, (number) => number === 'TS03')).toMatchObject({
			contestants: ['TS01'],
			open: 2
		});
	});

	test('R147 a substitute has a column of their own; who was recused has no value there, and is not waited for', () => {
		const record = recordWith(
			part,
			{ TS01: [4500, null, 4000], TS02: [4400, 4300, 4200] },
			{
				judges: [aJudge('GK1'), aJudge('GK2'), aJudge('GK3')],
				decisions: [aDecision(1, { kind: 'recusal', judge: 'GK2', contestant: 'TS01', part: null, how: 'recused' })]
			}
		);
		expect(tableOf(record).table).toEqual([
			[4500, null, 4000],
			[4400, 4300, 4200]
		]);
	});

	test('R147 each panel has its own table, over all parts it marks', () => {
		const panels = [aPanel({ weight: 70 }), aPanel({ code: 'KG', title: text('Khán giả'), weight: 30 })];
		const record = recordWith(
			aJudgedPart({ panels }),
			{ TS01: [4500, 4000] },
			{ judges: [aJudge('GK1'), aJudge('GK2', { panels: ['KG'] })] }
		);
		const tables = wholePanels(record, 'CK', seen).panels.map(({ panel, judges, table }) => ({ panel, judges, table }));
		expect(tables).toEqual([
			{ panel: 'BGK', judges: ['GK1'], table: [[4500]] },
			{ panel: 'KG', judges: ['GK2'], table: [[4000]] }
		]);
		expect(wholePanels(record, 'SK', seen)).toEqual({ contestants: [], open: 0, panels: [] });
	});
});

describe('the result without a judge', () => {
	const prize: Award = {
		code: 'nhat',
		title: text('Giải Nhất'),
		source: { kind: 'rank', stage: 'CK' },
		quota: 1,
		per: 'ranking',
		leastTotal: 0,
		moreOnTie: true,
		notWith: [],
		gift: ''
	};
	// Means 40, 39,50, 35 with GK3; 37,50, 40, 35 without.
	const totals = { TS01: [3750, 3750, 4500], TS02: [4000, 4000, 3850], TS03: [3500, 3500, 3500] };
	const record = (() => {
		const plain = recordWith(part, totals);
		return { ...plain, rules: { ...plain.rules, awards: [prize] } };
	})();

	test('R147 says how many ranks move and which prize goes to whom', () => {
		expect(leftOut(record, { stage: 'CK', judge: 'GK3' })).toEqual({
			moved: 2,
			mostPlaces: 1,
			prizes: [{ award: 'nhat', loses: ['TS01'], receives: ['TS02'] }]
		});
		expect(leftOut(record, { stage: 'CK', judge: 'GK1' })).toEqual({ moved: 0, mostPlaces: 0, prizes: [] });
	});

	test('R147 among the whole presentations alone, as if nobody else had taken part', () => {
		const { contestants } = onlyOf(record, ['TS01', 'TS03']);
		expect(contestants.map(({ number }) => number)).toEqual(['TS01', 'TS03']);
		expect(leftOut(onlyOf(record, ['TS01', 'TS03']), { stage: 'CK', judge: 'GK3' })).toMatchObject({ moved: 0 });
	});

	test('R147 where the panel has no value without the judge, nothing is said', () => {
		const narrow = recordWith(withPanel({ leastSheets: 3 }), totals);
		expect(leftOut(narrow, { stage: 'CK', judge: 'GK3' })).toBeNull();
	});
});
