// What a decision must name (R245–R248), case by case: each refusal with the field it is about.
import { describe, expect, test } from 'vitest';
import { drawSome } from '../lots.ts';
import { aDecision } from '../record/contest-record.fixture.ts';
import type { RecordedChoice } from '../record/question.ts';
import { contest, keyed, pick, verdict } from './deciding.fixture.ts';

describe('R245 keys and annulled questions', () => {
	const key = (code: string, correct: RecordedChoice, tolerance = '') =>
		verdict({ kind: 'key', question: code, key: keyed(correct, tolerance) });

	test('only of questions that were asked and sealed', () => {
		expect(verdict({ kind: 'void', question: 'C1' })).toBeNull();
		expect(verdict({ kind: 'void', question: 'C9' })).toBe('decision/question-not-sealed question');
		expect(key('C8', pick('A'))).toBe('decision/question-not-sealed question');
	});

	test('fit the kind of the question', () => {
		expect([key('C1', pick('B')), key('C2', pick('C')), key('C4', pick('C', 'B', 'A'))]).toEqual([null, null, null]);
		expect(key('C3', { kind: 'number', value: '9' }, '0.5')).toBeNull();
		for (const wrong of [
			key('C1', pick('A', 'B')),
			key('C1', pick('D')),
			key('C2', pick()),
			key('C2', pick('A', 'A')),
			key('C3', pick('A')),
			key('C4', pick('A', 'B'))
		])
			expect(wrong).toBe('decision/key-not-fitting key');
	});
});

describe('R246 points and time', () => {
	const points = (given: number, part: string | null = null, contestant = 'TS01', stage = 'CK') =>
		verdict({ kind: 'points', stage, part, contestant, points: given });
	const time = (removedMs: number, contestant = 'TS01', record = contest()) =>
		verdict({ kind: 'time', stage: 'CK', contestant, removedMs }, record);

	test('points are no more than the whole, for somebody who takes part', () => {
		expect([points(-200), points(10_000), points(5000, 'TT')]).toEqual([null, null, null]);
		expect([points(0), points(10_001), points(-5001, 'TT')]).toEqual(Array(3).fill('input/not-valid points'));
		expect(points(100, 'XX')).toBe('decision/not-there part');
		expect(points(100, null, 'TS09')).toBe('decision/not-there contestant');
		expect(points(100, null, 'TS01', 'XX')).toBe('decision/not-there stage');
		expect(points(100, null, 'TS01', 'CK2')).toBe('decision/not-there contestant');
	});

	test('R343 of what came late what was announced comes off, or nothing, once', () => {
		const late = { entry: 'dc', title: 'Đề cương', contestant: 'TS01', part: 'TT', points: 100 };
		const at = { dueAt: '2026-12-01T10:00:00.000Z', handedInAt: '2026-12-01T10:05:00.000Z' };
		const about = (given: number, part = 'TT', contestant = 'TS01') =>
			({ kind: 'points', stage: 'CK', part, contestant, points: given, lateEntry: 'dc' }) as const;
		const open = { ...contest(), lateEntries: [{ ...late, ...at }] };
		expect([verdict(about(-100), open), verdict(about(0), open)]).toEqual([null, null]);
		expect([verdict(about(-99), open), verdict(about(100), open)]).toEqual(Array(2).fill('input/not-valid points'));
		expect([
			verdict(about(-100)),
			verdict(about(-100, 'KT'), open),
			verdict(about(-100, 'TT', 'TS02'), open),
			verdict(about(-100), { ...open, decisions: [aDecision(1, about(0))] })
		]).toEqual(Array(4).fill('decision/not-late contestant'));
	});

	test('time is taken out of a turn that has ended, up to what was used, and put back up to what was taken out', () => {
		expect([time(600_000), time(1)]).toEqual([null, null]);
		expect(time(1000, 'TS04')).toBe('decision/turn-not-ended contestant');
		expect(time(1000, 'TS09')).toBe('decision/not-there contestant');
		expect([time(600_001), time(-1), time(0)]).toEqual(Array(3).fill('decision/too-much-time removedMs'));
		const earlier = contest([aDecision(1, { kind: 'time', stage: 'CK', contestant: 'TS01', removedMs: 30_000 })]);
		expect([time(-30_000, 'TS01', earlier), time(570_000, 'TS01', earlier)]).toEqual([null, null]);
		expect([time(-30_001, 'TS01', earlier), time(570_001, 'TS01', earlier)]).toEqual(
			Array(2).fill('decision/too-much-time removedMs')
		);
	});
});

describe('R247 ties', () => {
	const tie = (
		order: string[][],
		key: 'head-judge' | 'lots' | 'extra-question' = 'head-judge',
		seed: string | null = null
	) => verdict({ kind: 'tie', stage: 'CK', key, order, seed });

	test('are decided between all who wait, and nobody else', () => {
		expect([tie([['TS02'], ['TS01']]), tie([['TS01', 'TS02']])]).toEqual([null, null]);
		expect(tie([['TS01']])).toBe('decision/tied-left-out order');
		for (const wrong of [
			tie([['TS01'], ['TS02'], ['TS03']]),
			tie([['TS01'], ['TS02'], ['TS01']]),
			tie([['TS03']]),
			tie([])
		])
			expect(wrong).toBe('decision/not-one-tie order');
	});

	test('by a key of the chain, and lots by their seed', () => {
		expect(tie([['TS02'], ['TS01']], 'extra-question')).toBe('decision/not-there key');
		expect(tie([['TS02'], ['TS01']], 'head-judge', '1 2 3')).toBe('input/not-valid seed');
		const drawn = drawSome('1 2 3', ['TS01', 'TS02'], 2);
		const lots = (order: string[], seed: string | null) =>
			tie(
				order.map((number) => [number]),
				'lots',
				seed
			);
		expect(lots(drawn, '1 2 3')).toBeNull();
		expect(lots(drawn, null)).toBe('input/not-valid seed');
		expect(lots(drawn.toReversed(), '1 2 3')).toBe('decision/lots-not-drawn order');
	});
});

describe('R248 names of people and things', () => {
	test('stages people go on from, awards of the plan, problems that may be accepted', () => {
		const advance = (stage: string, contestant: string) =>
			verdict({ kind: 'advance', stage, contestant, goesOn: true });
		expect(advance('CK', 'TS02')).toBeNull();
		expect([advance('CK2', 'TS02'), advance('CK', 'TS09')]).toEqual([
			'decision/not-there stage',
			'decision/not-there contestant'
		]);
		const award = (code: string, to: { contestant: string } | { unit: string }) =>
			verdict({ kind: 'award', award: code, to, given: true });
		expect([award('G1', { contestant: 'TS01' }), award('G1', { unit: 'U1' })]).toEqual([null, null]);
		expect([award('G9', { unit: 'U1' }), award('G1', { unit: 'U9' }), award('G1', { contestant: 'X' })]).toEqual([
			'decision/not-there award',
			'decision/not-there to',
			'decision/not-there to'
		]);
		const taken = verdict({ kind: 'award', award: 'G1', to: { contestant: 'TS01' }, given: false });
		expect(taken).toBeNull();
		const override = (problem: string, path: string) => verdict({ kind: 'override', problem, path });
		expect(override('unit-over-quota', 'units[0].quota')).toBeNull();
		expect(override('unit-over-quota', 'units[1].quota')).toBe('decision/not-there problem');
		expect(override('parts-none', 'rules.stages[1].parts')).toBe('decision/not-overridable problem');
	});

	test('an award is given to whom it is for, and to nobody who may not win', () => {
		const record = contest();
		const [manual] = record.rules.awards;
		const sources = {
			NHAT: { kind: 'rank', stage: 'CK' },
			NK: { kind: 'part', part: 'TT' },
			TT: { kind: 'team', stage: 'CK' },
			PT: { kind: 'participation' }
		} as const;
		const awards = Object.entries(sources).map(([code, source]) => ({ ...manual!, code, source }));
		const [first, second, ...others] = record.contestants;
		const with4 = {
			...record,
			rules: { ...record.rules, awards },
			contestants: [{ ...first!, team: 'Đội 1' }, { ...second!, mayWin: false }, ...others]
		};
		const award = (code: string, to: { contestant: string } | { unit: string }, given = true) =>
			verdict({ kind: 'award', award: code, to, given }, with4);
		for (const code of ['NHAT', 'NK']) {
			expect(award(code, { contestant: 'TS01' })).toBeNull();
			expect(award(code, { unit: 'U1' })).toBe('decision/award-not-for to');
			expect(award(code, { contestant: 'TS02' })).toBe('decision/may-not-win to');
			expect(award(code, { contestant: 'TS02' }, false)).toBeNull();
		}
		for (const code of ['TT', 'PT']) {
			expect([award(code, { unit: 'U1' }), award(code, { unit: 'Đội 1' })]).toEqual([null, null]);
			expect(award(code, { contestant: 'TS01' })).toBe('decision/award-not-for to');
		}
	});

	test('what was decided is taken back once', () => {
		const content = { kind: 'void', question: 'C1' } as const;
		const decided = contest([
			aDecision(1, content),
			aDecision(2, { kind: 'void', question: 'C2' }),
			aDecision(3, content, { takesBack: 1 })
		]);
		expect(verdict(content, decided, 2)).toBeNull();
		expect(verdict(content, decided, 1)).toBe('decision/already-taken-back takesBack');
		expect([verdict(content, decided, 3), verdict(content, decided, 4)]).toEqual(
			Array(2).fill('decision/not-there takesBack')
		);
	});
});
