// What decisions about judges and their sheets must name (R94, R136, R248); each refusal with the field it is about.
import { describe, expect, test } from 'vitest';
import { aDecision, aJudge, aJudgedPart, aPanel } from '../record/contest-record.fixture.ts';
import type { DecisionContent } from '../record/decision.ts';
import type { Panel } from '../rules/panels.ts';
import type { JudgedPart } from '../rules/parts.ts';
import { contest, verdict } from './deciding.fixture.ts';
import { refuseOtherJudge } from './other-judge.ts';

/** The contest with another presentation. */
function withPart(changes: Partial<JudgedPart>, panel: Partial<Panel>) {
	const record = contest();
	const part = aJudgedPart({ ...changes, panels: [aPanel(panel)] });
	const stages = record.rules.stages.map((stage) => ({
		...stage,
		parts: stage.parts.map((each) => (each.code === part.code ? part : each))
	}));
	return { ...record, rules: { ...record.rules, stages } };
}

describe('R248 judges', () => {
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

	test('R94: no decision lets a sum be taken of fewer sheets', () => {
		const adding = withPart({ scale: 'raw' }, { aggregation: { kind: 'sum' }, missing: 'wait' });
		const missing = (policy: 'mean-of-present' | 'wait' | 'substitute' | 'drop-from-session') =>
			verdict({ kind: 'missing-judge', panel: 'BGK', session: null, policy }, adding);
		expect([missing('wait'), missing('substitute')]).toEqual([null, null]);
		expect([missing('mean-of-present'), missing('drop-from-session')]).toEqual(
			Array(2).fill('decision/sum-needs-all policy')
		);
		expect(verdict({ kind: 'recusal', judge: 'GK1', contestant: 'TS01', part: null, how: 'abstained' }, adding)).toBe(
			'decision/sum-needs-all judge'
		);
	});

	test('R136: another judge is one from outside the panel', () => {
		const level = {
			threshold: { kind: 'points' as const, points: 1000 },
			reached: 'from' as const,
			action: 'extra-replaces' as const
		};
		const third = withPart({}, { divergence: { metric: 'spread', levels: [level] } });
		const extra = (judge: string) =>
			verdict(
				{ kind: 'divergence', part: 'TT', panel: 'BGK', contestant: 'TS03', outcome: { kind: 'extra', judge } },
				third
			);
		expect([extra('TK'), extra('GK1'), extra('GK9')]).toEqual([
			null,
			'decision/judge-in-panel judge',
			'decision/not-there judge'
		]);
	});

	test('R143: nor one who marks there already as a substitute, has recused, or is a head judge', () => {
		const level = {
			threshold: { kind: 'points' as const, points: 1000 },
			reached: 'from' as const,
			action: 'extra-joins' as const
		};
		const third = withPart({}, { divergence: { metric: 'spread', levels: [level] } });
		const outside = {
			judges: [...third.judges, aJudge('TB', { role: 'head', panels: [] }), aJudge('GK7', { panels: [] })]
		};
		const asked = (judge: string, decision?: DecisionContent) =>
			refuseOtherJudge(
				{ ...third, ...outside, decisions: decision ? [aDecision(1, decision)] : [] },
				{ part: 'TT', panel: 'BGK', contestant: 'TS03' },
				judge
			)?.refused ?? null;
		const substitute = { kind: 'substitute', judge: 'GK2', substitute: 'GK7', session: null } as const;
		const recusal = { kind: 'recusal', judge: 'GK7', contestant: 'TS03', part: null, how: 'recused' } as const;
		expect([asked('GK7'), asked('TB')]).toEqual([null, 'decision/judge-knows-marks']);
		expect(asked('GK7', substitute)).toBe('decision/judge-in-panel');
		// Who is replaced keeps the seat.
		expect(asked('GK2', substitute)).toBe('decision/judge-in-panel');
		expect(asked('GK7', recusal)).toBe('decision/judge-recused');
		expect(asked('GK7', { ...recusal, contestant: 'TS01' })).toBeNull();
	});
});
