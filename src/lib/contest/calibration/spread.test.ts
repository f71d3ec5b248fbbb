// The spread of a sample, by hand: a panel of three and a shadow judge, two criteria of which one counts double.
import { describe, expect, test } from 'vitest';
import type { RecordedJudge } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import { ruleTemplates } from '../rules/templates.ts';
import { isJudged, type JudgedPart } from '../rules/parts.ts';
import type { Divergence } from '../rules/panels.ts';
import { awaitedFor, seatedIn } from './calibration-panel.ts';
import { spreadsOf } from './spread.ts';

const [first] = ruleTemplates['ba-phan'].stages.flatMap(({ parts }) => parts).filter(isJudged);
const frame = { max: 1000, min: 0, step: 25, noteRequired: 'never' as const };
const rubric: RecordedRubric = {
	code: 'R',
	name: '',
	max: 3000,
	criteria: [
		{ ...frame, code: 'C1', name: '', weight: 100 },
		{ ...frame, code: 'C2', name: '', weight: 200 }
	]
};
const partWith = (divergence: Divergence | null): JudgedPart => ({
	...first!,
	panels: first!.panels.map((panel) => ({ ...panel, code: 'BGK', divergence }))
});
const judge = (code: string, role: RecordedJudge['role'] = 'member', panels = ['BGK']): RecordedJudge => ({
	code,
	name: '',
	role,
	panels
});
const judges = [
	judge('GK3'),
	judge('GK1', 'head'),
	judge('GK2'),
	judge('GK4', 'shadow'),
	judge('GK5', 'member', ['X'])
];
const sheet = (code: string, c1: number, c2: number) => ({ judge: code, marks: { C1: c1, C2: c2 } });
// Totals 24, 21 and 15 points; the shadow judge's 30 moves nothing.
const sheets = [
	sheet('GK1', 800, 800),
	sheet('GK2', 700, 700),
	sheet('GK3', 600, 450),
	sheet('GK4', 1000, 1000),
	sheet('GK5', 0, 0)
];

test('R311 everybody who sits in a panel of the part marks; shadow judges and who has no account are not waited for', () => {
	const withAccounts = judges.map((each) => ({ ...each, accountId: each.code === 'GK3' ? null : each.code }));
	expect(seatedIn(partWith(null), judges).map(({ code }) => code)).toEqual(['GK3', 'GK1', 'GK2', 'GK4']);
	expect(awaitedFor(partWith(null), withAccounts).map(({ code }) => code)).toEqual(['GK1', 'GK2']);
});

describe('R312 the spread', () => {
	const [panel, ...others] = spreadsOf(partWith(null), rubric, judges, sheets);

	test('is of each criterion and of the totals, by weights, without shadow judges', () => {
		expect(others).toEqual([]);
		expect(panel).toMatchObject({
			criteria: [
				{
					criterion: 'C1',
					marks: { GK1: 800, GK2: 700, GK3: 600, GK4: 1000 },
					mean: 700,
					apart: 200,
					// √((1² + 0 + 1²) / 3) = 0,8165
					deviation: 82
				},
				// Mean 6,50; √((1,5² + 0,5² + 2²) / 3) = 1,4720
				{ criterion: 'C2', mean: 650, apart: 350, deviation: 147 }
			],
			total: { mean: 2000, apart: 900, deviation: 374 },
			isLookedAt: false,
			found: null
		});
	});

	test('R313 names who is severe and who is mild against the mean of the panel', () => {
		expect(panel?.judges).toEqual([
			{ judge: 'GK1', total: 2400, fromMean: 400, isFar: false, isShadow: false },
			{ judge: 'GK2', total: 2100, fromMean: 100, isFar: false, isShadow: false },
			{ judge: 'GK3', total: 1500, fromMean: -500, isFar: false, isShadow: false },
			{ judge: 'GK4', total: 3000, fromMean: 1000, isFar: false, isShadow: true }
		]);
	});

	test('leaves out a sheet that is not complete, and a panel of which nobody but a shadow judge has one', () => {
		const open = [{ judge: 'GK1', marks: { C1: 800, C2: null } }, sheet('GK2', 700, 700)];
		const [only] = spreadsOf(partWith(null), rubric, judges, open);
		expect(only?.judges.map((each) => each.judge)).toEqual(['GK2']);
		expect(only?.total).toEqual({ mean: 2100, apart: 0, deviation: 0 });
		expect(spreadsOf(partWith(null), rubric, judges, [sheet('GK4', 0, 0)])).toEqual([]);
	});
});

describe('R313 the thresholds of the rules', () => {
	const levels = (points: number): Divergence => ({
		metric: 'distance-to-mean',
		levels: [{ threshold: { kind: 'points', points }, reached: 'from', action: 'consult' }]
	});

	test('say what would have been asked for, and of whom', () => {
		const [panel] = spreadsOf(partWith(levels(450)), rubric, judges, sheets);
		expect(panel?.found).toMatchObject({ metric: 'distance-to-mean', level: { action: 'consult' }, measured: 500 });
		expect(panel?.judges.filter(({ isFar }) => isFar).map((each) => each.judge)).toEqual(['GK3']);
	});

	test('say nothing where nobody reaches them', () => {
		const [panel] = spreadsOf(partWith(levels(501)), rubric, judges, sheets);
		expect(panel).toMatchObject({ isLookedAt: true, found: null });
	});
});
