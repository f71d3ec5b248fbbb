// Judges who differ: what is measured, what is done, what waits for people (R125–R128, R133–R136).
import { describe, expect, test } from 'vitest';
import { aDecision, aJudge, aSheet } from '../record/contest-record.fixture.ts';
import type { Panel } from '../rules/panels.ts';
import { recordWith, scored, withPanel } from './judged-part.fixture.ts';

describe('judges who differ', () => {
	const level = (points: number, action: string, reached = 'above') =>
		({ threshold: { kind: 'points', points }, reached, action }) as NonNullable<Panel['divergence']>['levels'][number];
	const diverging = (action: string, metric = 'distance-to-mean') =>
		withPanel({ divergence: { metric, levels: [level(200, action)] } as Panel['divergence'] });
	const settled = (outcome: unknown) => [
		aDecision(1, { kind: 'divergence', part: 'TT', panel: 'BGK', contestant: 'TS01', outcome } as never)
	];
	// Mean (40 + 40 + 46) / 3 = 42: GK3 is 4,00 away, the others 2,00, which is not above 2,00.
	const totals = [4000, 4000, 4600];

	test('R126, R133: a sheet 4,00 from the mean is excluded and the mean taken again, with both values', () => {
		const { points, panel, missing, score } = scored(diverging('exclude'), totals);
		expect(points).toBe(4000);
		expect(panel?.divergence).toMatchObject({ judges: ['GK3'], isSettled: true, measured: { numerator: 400 } });
		expect(panel?.sheets.map(({ counts }) => counts)).toEqual(['yes', 'yes', 'excluded']);
		expect(missing).toEqual([]);
		expect(score?.notes.map(({ vi }) => vi)).toEqual([
			'Ban Giám khảo: chênh lệch 4,00 (GK3); không tính phiếu lệch, tính lại; từ 42,00 thành 40,00'
		]);
	});

	test('R125: exactly the threshold counts only where the rules say “from”; the gravest level holds', () => {
		const levels = [level(200, 'warn', 'from'), level(400, 'consult', 'from')];
		const part = withPanel({ divergence: { metric: 'distance-to-mean', levels } });
		expect(scored(part, totals).panel?.divergence).toMatchObject({ level: 1, action: 'consult', judges: ['GK3'] });
		const above = withPanel({ divergence: { metric: 'distance-to-mean', levels: [level(400, 'warn')] } });
		expect(scored(above, totals).panel?.divergence).toBeNull();
	});

	test('R134: a warning changes nothing, but is said', () => {
		expect(scored(diverging('warn'), totals)).toMatchObject({
			points: 4200,
			missing: [],
			panel: { divergence: { isSettled: true } }
		});
	});

	test('R134, R136: consulting and deciding wait for people; “stands” and the head’s value settle them', () => {
		for (const action of ['consult', 'head-decides', 'extra-replaces', 'extra-joins'])
			expect(scored(diverging(action), totals)).toMatchObject({ points: 4200, missing: [{ kind: 'divergence' }] });
		const stands = settled({ kind: 'stands' });
		expect(scored(diverging('consult'), totals, { decisions: stands })).toMatchObject({ points: 4200, missing: [] });
		const head = settled({ kind: 'head', value: 4100 });
		expect(scored(diverging('head-decides'), totals, { decisions: head })).toMatchObject({ points: 4100, missing: [] });
	});

	test('R134, R136: the sentence says what people did, not what the level asked for', () => {
		const notes = (action: string, outcome?: unknown) =>
			scored(diverging(action), totals, outcome ? { decisions: settled(outcome) } : {}).score?.notes.map(
				({ vi }) => vi
			);
		const found = 'Ban Giám khảo: chênh lệch 4,00 (GK3)';
		expect(notes('consult')).toEqual([`${found}; giám khảo hội ý; chưa xử lý, đang là 42,00`]);
		expect(notes('exclude', { kind: 'stands' })).toEqual([`${found}; giữ nguyên các phiếu; từ 42,00 thành 42,00`]);
		expect(notes('consult', { kind: 'head', value: 4100 })).toEqual([
			`${found}; Trưởng Ban Giám khảo quyết định; từ 42,00 thành 41,00`
		]);
	});

	test('R135: the head’s value stands when the sheets no longer differ, until it is taken back', () => {
		const decisions = settled({ kind: 'head', value: 4100 });
		const { points, score } = scored(diverging('head-decides'), [4000, 4000, 4000], { decisions });
		expect(points).toBe(4100);
		// R134: not silently.
		expect(score?.notes).toEqual([
			{
				vi: 'Ban Giám khảo: Trưởng Ban Giám khảo quyết định; từ 40,00 thành 41,00',
				en: 'Panel of judges: the head judge decides; from 40.00 to 41.00'
			}
		]);
		const back = { ...decisions[0]!, sequence: 2, takesBack: 1 };
		expect(scored(diverging('head-decides'), [4000, 4000, 4000], { decisions: [...decisions, back] }).points).toBe(
			4000
		);
	});

	test('R136: a third marking becomes the mark, or joins the others', () => {
		const judges = ['GK1', 'GK2', 'GK3', 'GK9'].map((code) => aJudge(code, { panels: code === 'GK9' ? [] : ['BGK'] }));
		const decisions = settled({ kind: 'extra', judge: 'GK9' });
		const part = (action: string) => diverging(action);
		const sheets = (action: string) => [
			...recordWith(part(action), { TS01: totals }).sheets,
			aSheet('TS01', 'GK9', { TT1: 3000, TT2: 1400 })
		];
		const after = (action: string) => scored(part(action), totals, { judges, decisions, sheets: sheets(action) });
		expect(after('extra-replaces')).toMatchObject({ points: 4400, missing: [] });
		// (40 + 40 + 46 + 44) / 4 = 42,50.
		expect(after('extra-joins')).toMatchObject({ points: 4250, missing: [] });
	});

	test('R136: a mark besides does nothing where the level asks the judges or the head', () => {
		const judges = ['GK1', 'GK2', 'GK3', 'GK9'].map((code) => aJudge(code, { panels: code === 'GK9' ? [] : ['BGK'] }));
		const decisions = settled({ kind: 'extra', judge: 'GK9' });
		for (const action of ['consult', 'head-decides']) {
			const part = diverging(action);
			const sheets = [...recordWith(part, { TS01: totals }).sheets, aSheet('TS01', 'GK9', { TT1: 3000, TT2: 1400 })];
			const after = scored(part, totals, { judges, decisions, sheets });
			expect(after).toMatchObject({ points: 4200, missing: [{ kind: 'divergence' }] });
		}
	});

	test('R127: the spread, in points or in percent of the scale', () => {
		const part = withPanel({
			divergence: {
				metric: 'spread',
				levels: [{ threshold: { kind: 'share', percent: 12 }, reached: 'from', action: 'warn' }]
			}
		});
		// 46 − 40 = 6,00, which is 12 % of 50,00.
		expect(scored(part, totals).panel?.divergence).toMatchObject({
			measured: { numerator: 600 },
			judges: ['GK1', 'GK2', 'GK3']
		});
		expect(scored(part, [4000, 4000, 4575]).panel?.divergence).toBeNull();
	});

	test('R126: the distance to the median does not follow the sheet that differs', () => {
		// Median 40,00: GK3 is 6,00 away.
		expect(scored(diverging('warn', 'distance-to-median'), totals).panel?.divergence).toMatchObject({
			measured: { numerator: 600 }
		});
	});

	test('R128: Dixon’s Q: 30 among 44, 45, 45,50 and 46', () => {
		const part = withPanel({
			divergence: {
				metric: 'dixon-q',
				levels: [{ threshold: { kind: 'confidence', percent: 95 }, reached: 'above', action: 'exclude' }]
			}
		});
		// (44 − 30) / (46 − 30) = 14/16 = 0,875 > 0,710 for five sheets; (44 + 45 + 45,5 + 46) / 4 = 45,125 → 45,13.
		const { panel, points } = scored(part, [3000, 4400, 4500, 4550, 4600]);
		expect(panel?.divergence).toMatchObject({ judges: ['GK1'], measured: { numerator: 7, denominator: 8 } });
		expect(points).toBe(4513);
	});

	test('R134: an exclusion that would leave too few sheets waits for people', () => {
		const part = withPanel({
			leastSheets: 3,
			divergence: { metric: 'distance-to-mean', levels: [level(200, 'exclude')] }
		});
		expect(scored(part, totals)).toMatchObject({ points: 4200, missing: [{ kind: 'divergence' }] });
	});
});
