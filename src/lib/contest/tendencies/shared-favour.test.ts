// R141: two judges who lift the same people are named, honest panels are left alone; the ROC curve is printed by `npm run test:long -- --only favour`.
import { expect, test } from 'vitest';
import { repeatableRandom } from '../../../cli/rehearsal/random.ts';
import { everyPair, sharedFavours } from './shared-favour.ts';
import { simulatedPanel, type PanelWish } from './simulated-panel.fixture.ts';

function shareNamed(seed: number, panels: number, wish: PanelWish): number {
	const random = repeatableRandom(seed);
	const named = Array.from({ length: panels }, () => sharedFavours(simulatedPanel(random, wish).table)[0]);
	if (wish.isCollusive) return named.filter((first) => first?.judges.join() === '0,1').length / panels;
	return named.filter((first) => first !== undefined).length / panels;
}

test('R141 two of seven who add 15 % to the same ten of 54 are named in 95 of 100 panels, and they are the pair that is named', () => {
	expect(shareNamed(1, 1000, { isCollusive: true })).toBeGreaterThanOrEqual(0.95);
});

test.each([
	[2, {}],
	[3, { spread: 0.2 }],
	[4, { judges: 5 }],
	[5, { judges: 3, contestants: 30 }],
	[6, { judges: 9, contestants: 100 }],
	[7, { contestants: 20 }]
] satisfies [number, PanelWish][])('R141 of honest panels no more than 5 in 100 (seed %i, %o)', (seed, wish) => {
	expect(shareNamed(seed, 1000, wish)).toBeLessThanOrEqual(0.05);
});

test('R141 the contestants who are named are those who were lifted', () => {
	const random = repeatableRandom(8);
	let named = 0;
	let right = 0;
	for (let panel = 0; panel < 100; panel++) {
		const { table, lifted } = simulatedPanel(random, { isCollusive: true });
		const [first] = sharedFavours(table);
		named += first?.contestants.length ?? 0;
		right += first?.contestants.filter((row) => lifted.includes(row)).length ?? 0;
	}
	expect(right / named).toBeGreaterThan(0.8);
});

test('R141 who recused leaves a gap that harms nobody; too few judges or contestants say nothing', () => {
	const { table } = simulatedPanel(repeatableRandom(9), { isCollusive: true });
	const gaps = table.map((row, at) => row.map((mark, judge) => (at === judge * 3 ? null : mark)));
	expect(sharedFavours(gaps)[0]?.judges).toEqual([0, 1]);
	const half = table.map((row, at) => [...row, at % 4 === 0 ? 5000 : null]);
	expect(everyPair(half).every(({ judges }) => !judges.includes(7))).toBe(true);
	expect(everyPair(table.map((row) => row.slice(0, 2)))).toEqual([]);
	expect(everyPair(table.slice(0, 7))).toEqual([]);
	expect(everyPair([])).toEqual([]);
});

test('R141 two judges with one hand are named, judges who mark everybody alike are not', () => {
	const { table } = simulatedPanel(repeatableRandom(10));
	const copied = table.map((row) => [row[0]!, row[0]!, ...row.slice(2)]);
	expect(sharedFavours(copied)[0]).toMatchObject({ judges: [0, 1], chance: expect.any(Number) });
	const flat = table.map((row) => [8000, 8000, ...row.slice(2)]);
	expect(sharedFavours(flat).filter(({ judges }) => judges.join() === '0,1')).toEqual([]);
});
