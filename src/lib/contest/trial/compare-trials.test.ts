// Two trials side by side: who moved how far, who is new, and what else is announced otherwise.
import { expect, it } from 'vitest';
import { ruleTemplates } from '../rules/templates.ts';
import type { Rules } from '../rules/rules.ts';
import { compareTrials, type TrialRow } from './compare-trials.ts';
import { aTrialSetting } from './trial.fixture.ts';
import { tryRules, type Tried } from './trial.ts';

const rules = ruleTemplates['ba-phan'];
const setting = await aTrialSetting(rules);

function tried(changes: (copy: Rules) => void = () => {}): Tried {
	const copy = JSON.parse(JSON.stringify(rules)) as Rules;
	changes(copy);
	const trial = tryRules(copy, setting);
	if (trial.kind !== 'tried') throw new Error(JSON.stringify(trial));
	return trial;
}

const before = tried();
const rowsOf = (after: Tried): TrialRow[] => compareTrials(before, after).tables.flatMap((table) => table.rows);

it('nobody moves under the same rules', () => {
	const { summary, others, tables } = compareTrials(before, tried());
	expect(summary?.vi).toBe('Kết quả không thay đổi.');
	expect(others).toEqual([]);
	expect(tables.map(({ moved }) => moved)).toEqual([0]);
	expect(rowsOf(tried()).every(({ movement }) => movement.kind === 'same')).toBe(true);
});

it('another weight moves people up and down, each as far as the ranks are apart, and the table counts them', () => {
	const after = tried((copy) => (copy.stages[0]!.parts[1]!.weight = 20));
	const rows = rowsOf(after);
	const rankBefore = new Map(rowsOf(before).map(({ number, rank }) => [number, rank ?? 0]));
	for (const { number, rank, movement, former } of rows) {
		expect(former?.rank).toBe(rankBefore.get(number));
		const by = (rankBefore.get(number) ?? 0) - (rank ?? 0);
		expect(movement).toEqual(by === 0 ? { kind: 'same' } : { kind: by > 0 ? 'up' : 'down', by: Math.abs(by) });
	}
	const { summary, tables } = compareTrials(before, after);
	expect(tables[0]?.moved).toBe(rows.filter(({ movement }) => movement.kind !== 'same').length);
	expect(tables[0]?.moved).toBeGreaterThan(5);
	expect(summary?.vi).toMatch(/^54 thí sinh thay đổi điểm; .*thay đổi hạng/);
	expect(rows.slice(0, 3).map(({ awards }) => awards.length)).toEqual([1, 1, 1]);
	expect(rows[0]?.why.vi).toMatch(/^Hạng 1 với /);
});

it('in a stage that was not there everybody is new, and every ranking is a table', () => {
	const after = tried((copy) => {
		const [only] = copy.stages;
		const advancement = {
			to: 'CK',
			top: { count: 10, per: 'stage' as const },
			leastTotal: null,
			mostPerUnit: null,
			atCut: 'all' as const
		};
		copy.categories = ['A', 'B'].map((code) => ({ code, title: { vi: `Bảng ${code}`, en: `Category ${code}` } }));
		const given = {
			kind: 'given' as const,
			code: 'TG',
			title: { vi: 'Thêm', en: 'More' },
			maxPoints: 1000,
			weight: 100,
			scale: 'raw' as const
		};
		const final = { ...only!, code: 'CK', parts: [given], total: 1000, tieBreaks: [{ kind: 'share' as const }] };
		copy.stages = [{ ...only!, rankedBy: ['category'], advancement }, final];
	});
	const { tables, others } = compareTrials(before, after);
	expect(tables.map(({ title }) => title.vi)).toEqual(['Hội thi · Bảng A', 'Hội thi · Bảng B', 'Hội thi']);
	expect(new Set(tables.map(({ key }) => key)).size).toBe(3);
	expect(tables[2]?.rows.map(({ movement }) => movement.kind)).toEqual(Array.from({ length: 10 }, () => 'new'));
	expect(others.map(({ vi }) => vi)).toContainEqual(expect.stringMatching(/ vào Hội thi$/));
});

it('without anything to compare with there are ranks and no movement', () => {
	const { summary, tables } = compareTrials(null, before);
	expect(summary).toBeNull();
	expect(tables[0]).toMatchObject({ moved: 0, rows: expect.arrayContaining([expect.objectContaining({ rank: 1 })]) });
	expect(new Set(tables[0]?.rows.map(({ movement, former }) => movement.kind + String(former)))).toEqual(
		new Set(['nonenull'])
	);
});
