// What a decision must name (R245–R248), case by case: each refusal with the field it is about.
import { describe, expect, test } from 'vitest';
import { drawSome } from '../lots.ts';
import {
	aContestant,
	aDecision,
	aGivenPart,
	aJudge,
	aJudgedPart,
	aPanel,
	aQuizPart,
	aRecord,
	aSheet,
	aStage,
	aTurn,
	aUnit,
	text
} from '../record/contest-record.fixture.ts';
import type { Decision, DecisionContent } from '../record/decision.ts';
import type { RecordedChoice, RecordedQuestion } from '../record/question.ts';
import type { ContestRecord } from '../record/record.ts';
import { computeResult } from '../result/compute.ts';
import { checkDecision } from './check-decision.ts';

const pick = (...options: string[]): RecordedChoice => ({ kind: 'options', options });
const keyed = (correct: RecordedChoice, tolerance = '') => ({ correct, tolerance, alsoCorrect: [] });
const question = (code: string, kind: RecordedQuestion['kind'], correct: RecordedChoice): RecordedQuestion => ({
	code,
	kind,
	options: kind === 'numeric' ? [] : ['A', 'B', 'C'],
	targets: [],
	key: keyed(correct),
	points: null
});
const sealed = (code: string, isSealed = true) => ({ question: code, allowedMs: 20_000, isSealed });

/** Quiz, presentation and attendance; TS01 and TS02 tie on marks, TS03's sheets lie far apart, TS04 has not been on stage. */
function contest(decisions: Decision[] = []): ContestRecord {
	const divergence = {
		metric: 'spread' as const,
		levels: [
			{ threshold: { kind: 'points' as const, points: 1000 }, reached: 'from' as const, action: 'consult' as const }
		]
	};
	const numbers = ['TS01', 'TS02', 'TS03', 'TS04'];
	return aRecord(
		{
			stages: [
				aStage({
					parts: [aQuizPart({ questionCount: 4 }), aJudgedPart({ panels: [aPanel({ divergence })] }), aGivenPart()],
					tieBreaks: [{ kind: 'head-judge' }, { kind: 'lots' }],
					advancement: {
						to: 'CK2',
						top: { count: 1, per: 'stage' },
						leastTotal: null,
						mostPerUnit: null,
						atCut: 'decide'
					}
				}),
				aStage({ code: 'CK2' })
			],
			awards: [
				{
					code: 'G1',
					title: text('Giải phong cách'),
					source: { kind: 'manual' },
					quota: 1,
					per: 'contest',
					leastTotal: 0,
					moreOnTie: false,
					notWith: [],
					gift: ''
				}
			]
		},
		{
			rubrics: [
				{
					code: 'TT',
					name: 'Thuyết trình',
					max: 5000,
					criteria: [{ code: 'TT1', name: 'Nội dung', min: 0, max: 5000, step: 50, weight: 100, noteRequired: 'never' }]
				}
			],
			units: [aUnit('U1', { quota: 1 })],
			contestants: numbers.map((number) => aContestant(number)),
			judges: [aJudge('GK1', { role: 'head' }), aJudge('GK2'), aJudge('TK', { panels: [] })],
			questions: [
				question('C1', 'single', pick('A')),
				question('C2', 'multiple', pick('A', 'B')),
				question('C3', 'numeric', { kind: 'number', value: '8.75' }),
				question('C4', 'ordering', pick('A', 'B', 'C'))
			],
			rounds: [
				{
					part: 'KT',
					title: 'Vòng 1',
					questions: ['C1', 'C2', 'C3', 'C4'].map((code) => sealed(code)),
					isFinished: true
				},
				{ part: 'KT', title: 'Vòng 2', questions: [sealed('C9', false)], isFinished: false }
			],
			turns: numbers.map((number) => aTurn(number, number === 'TS04' ? { status: 'running', endedAt: null } : {})),
			sheets: [
				...['TS01', 'TS02'].flatMap((number) => ['GK1', 'GK2'].map((judge) => aSheet(number, judge, { TT1: 4000 }))),
				aSheet('TS03', 'GK1', { TT1: 4500 }),
				aSheet('TS03', 'GK2', { TT1: 3000 })
			],
			given: numbers.map((contestant) => ({ part: 'CC', contestant, points: 1000, reason: '' })),
			decisions
		}
	);
}

/** "decision/not-there part", or null when it may be decided. */
function verdict(content: DecisionContent, record = contest(), takesBack: number | null = null): string | null {
	const refusal = checkDecision(record, computeResult(record), { content, takesBack, reason: 'theo biên bản' });
	return refusal && `${refusal.refused} ${refusal.field ?? ''}`;
}

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
	const recusal = (judge: string, contestant = 'TS01', part: string | null = 'TT') =>
		verdict({ kind: 'recusal', judge, contestant, part, how: 'recused' });
	const divergence = (contestant: string, outcome: (DecisionContent & { kind: 'divergence' })['outcome']) =>
		verdict({ kind: 'divergence', part: 'TT', panel: 'BGK', contestant, outcome });

	test('judges sit in a panel of the part', () => {
		expect([recusal('GK1'), recusal('GK2', 'TS01', null)]).toEqual([null, null]);
		expect([recusal('TK'), recusal('GK9')]).toEqual(Array(2).fill('decision/judge-not-in-panel judge'));
		expect(recusal('GK1', 'TS09')).toBe('decision/not-there contestant');
		expect(recusal('GK1', 'TS01', 'KT')).toBe('decision/not-there part');
		const substitute = (judge: string, other: string, session: string | null = null) =>
			verdict({ kind: 'substitute', judge, substitute: other, session });
		expect(substitute('GK1', 'TK')).toBeNull();
		expect(substitute('TK', 'GK1')).toBe('decision/judge-not-in-panel judge');
		expect([substitute('GK1', 'GK1'), substitute('GK1', 'XX')]).toEqual(Array(2).fill('decision/not-there substitute'));
		expect(substitute('GK1', 'TK', 'S1')).toBe('decision/not-there session');
		expect(verdict({ kind: 'missing-judge', panel: 'BGK', session: null, policy: 'wait' })).toBeNull();
		expect(verdict({ kind: 'missing-judge', panel: 'XX', session: null, policy: 'wait' })).toBe(
			'decision/not-there panel'
		);
	});

	test('a difference has been found, and another judge settles it only where the level says so', () => {
		expect([divergence('TS03', { kind: 'stands' }), divergence('TS03', { kind: 'head', value: 4000 })]).toEqual([
			null,
			null
		]);
		expect(divergence('TS01', { kind: 'stands' })).toBe('decision/no-difference contestant');
		expect(divergence('TS03', { kind: 'head', value: 5001 })).toBe('input/not-valid value');
		expect(divergence('TS03', { kind: 'extra', judge: 'TK' })).toBe('decision/no-other-judge outcome');
	});

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
		const override = (problem: string, path: string) => verdict({ kind: 'override', problem, path });
		expect(override('unit-over-quota', 'units[0].quota')).toBeNull();
		expect(override('unit-over-quota', 'units[1].quota')).toBe('decision/not-there problem');
		expect(override('parts-none', 'rules.stages[1].parts')).toBe('decision/not-overridable problem');
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
