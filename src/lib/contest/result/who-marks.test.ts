// Who marks whom after recusals, substitutes and settled differences (R129, R130, R136), and that the result counts the same people.
import { describe, expect, test } from 'vitest';
import {
	aContestant,
	aDecision,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aStage
} from '../record/contest-record.fixture.ts';
import { indexRecord } from './record-index.ts';
import { whoMarks } from './who-marks.ts';

const stage = aStage({
	parts: [
		aJudgedPart({ code: 'TT', panels: [aPanel({ code: 'CM', weight: 70 }), aPanel({ code: 'KG', weight: 30 })] }),
		aJudgedPart({ code: 'TH', panels: [aPanel({ code: 'CM' })] })
	]
});
const judges = [
	aJudge('GK1', { panels: ['CM'] }),
	aJudge('GK2', { panels: ['KG'] }),
	aJudge('GK3', { panels: [] }),
	aJudge('GK4', { panels: ['CM'] })
];

function markers(...decisions: Parameters<typeof aDecision>[1][]) {
	const record = aRecord(
		{ stages: [stage] },
		{
			judges,
			contestants: [aContestant('TS1'), aContestant('TS9')],
			decisions: decisions.map((content, at) => aDecision(at + 1, content))
		}
	);
	const { of, partsOf } = whoMarks(indexRecord(record), stage);
	return {
		of: (contestant: string, session: string | null = null) => [...of(contestant, session)].sort(),
		parts: (judge: string, contestant: string, session: string | null = null) =>
			partsOf(judge, contestant, session).map(({ code }) => code)
	};
}

describe('who marks whom', () => {
	test('R129: whoever sits in a panel marks its parts, and nobody else marks', () => {
		const { of, parts } = markers();
		expect(of('TS1')).toEqual(['GK1', 'GK2', 'GK4']);
		expect(parts('GK1', 'TS1')).toEqual(['TT', 'TH']);
		expect(parts('GK2', 'TS1')).toEqual(['TT']);
		expect(parts('GK3', 'TS1')).toEqual([]);
	});

	test('R129: who recused marks nothing of that contestant; recused from one part of several, only the others', () => {
		const recusal = { kind: 'recusal', judge: 'GK1', contestant: 'TS1', how: 'recused' } as const;
		const whole = markers({ ...recusal, part: null });
		expect(whole.of('TS1')).toEqual(['GK2', 'GK4']);
		expect(whole.parts('GK1', 'TS1')).toEqual([]);
		expect(whole.parts('GK1', 'TS9')).toEqual(['TT', 'TH']);
		const one = markers({ ...recusal, part: 'TH' });
		expect(one.of('TS1')).toEqual(['GK1', 'GK2', 'GK4']);
		expect(one.parts('GK1', 'TS1')).toEqual(['TT']);
	});

	test('R130: the substitute marks instead, without a seat, in the session it is for', () => {
		const { of, parts } = markers({ kind: 'substitute', judge: 'GK2', substitute: 'GK3', session: 'S1' });
		expect(of('TS1', 'S1')).toEqual(['GK1', 'GK3', 'GK4']);
		expect(parts('GK3', 'TS1', 'S1')).toEqual(['TT']);
		expect(parts('GK2', 'TS1', 'S1')).toEqual([]);
		expect(of('TS1', 'S2')).toEqual(['GK1', 'GK2', 'GK4']);
		expect(parts('GK3', 'TS1', 'S2')).toEqual([]);
	});

	test('R130: a substitute with a seat of their own marks what either seat marks, once', () => {
		const { of, parts } = markers({ kind: 'substitute', judge: 'GK1', substitute: 'GK2', session: null });
		expect(of('TS1')).toEqual(['GK2', 'GK4']);
		expect(parts('GK2', 'TS1')).toEqual(['TT', 'TH']);
	});

	test('R136: another judge who settles a difference marks that part of that contestant', () => {
		const outcome = { kind: 'extra', judge: 'GK3' } as const;
		const { of, parts } = markers({ kind: 'divergence', part: 'TH', panel: 'CM', contestant: 'TS1', outcome });
		expect(of('TS1')).toEqual(['GK1', 'GK2', 'GK3', 'GK4']);
		expect(parts('GK3', 'TS1')).toEqual(['TH']);
		expect(of('TS9')).toEqual(['GK1', 'GK2', 'GK4']);
	});

	test('R136: consulting and the head judge’s value call nobody else', () => {
		for (const outcome of [{ kind: 'stands' }, { kind: 'head', value: 4000 }] as const)
			expect(markers({ kind: 'divergence', part: 'TH', panel: 'CM', contestant: 'TS1', outcome }).of('TS1')).toEqual([
				'GK1',
				'GK2',
				'GK4'
			]);
	});
});
