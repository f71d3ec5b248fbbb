// The ceremony reveals places from last to first, one place per step.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceremonyView, nextCeremonyStep } from './ceremony.ts';
import type { StandingRow, StandingTable } from './standing-table.ts';

function row(number: string, rank: number | null): StandingRow {
	const nothing = { vi: '', en: '' };
	return { number, name: number, unit: '', rank, shared: false, total: 0, points: {}, why: nothing, awards: [] };
}
const table = (rows: StandingRow[], title = 'Hội thi'): StandingTable => ({
	stage: 'HT',
	title: { vi: title, en: title },
	columns: [],
	rows
});
const numbers = (rows: StandingRow[]) => rows.map((one) => one.number);

describe('ceremony', () => {
	const rows = [table([row('01', 1), row('02', 2), row('03', 2), row('04', 4), row('05', null)])];

	it('R55: given no step, when shown, then nobody is revealed and all ranked people are hidden', () => {
		expect(ceremonyView(rows, 0)).toMatchObject({
			title: null,
			revealed: [],
			newest: [],
			hidden: 4,
			step: 0,
			steps: 3
		});
		expect(numbers(ceremonyView(rows, 0).next)).toEqual(['04']);
	});

	it('R55: given one step, then the last place alone is revealed', () => {
		expect(numbers(ceremonyView(rows, 1).revealed)).toEqual(['04']);
	});

	it('R55: given a shared place, when its step comes, then all who share it appear together, above those before', () => {
		const view = ceremonyView(rows, 2);
		expect(numbers(view.revealed)).toEqual(['02', '03', '04']);
		expect(numbers(view.newest)).toEqual(['02', '03']);
		expect(view.hidden).toBe(1);
	});

	it('R55: given two rankings, then the second begins where the first has ended, under its own title', () => {
		const two = [table([row('01', 1), row('02', 2)], 'Cụm 1'), table([row('11', 1)], 'Cụm 2')];
		const shown = [0, 1, 2, 3].map((step) => {
			const { title, revealed, next } = ceremonyView(two, step);
			return [title?.vi, numbers(revealed), numbers(next)];
		});
		expect(shown).toEqual([
			['Cụm 1', [], ['02']],
			['Cụm 1', ['02'], ['01']],
			['Cụm 1', ['01', '02'], ['11']],
			['Cụm 2', ['11'], []]
		]);
		expect(ceremonyView(two, 3).steps).toBe(3);
	});

	it('R55: given more steps than places, then everybody with a place is revealed, nobody without one', () => {
		expect(numbers(ceremonyView(rows, 99).revealed)).toEqual(['01', '02', '03', '04']);
	});

	it('R56: given a step, then only its neighbours and itself may follow, inside the ceremony', () => {
		expect([0, 1, 2, 3, 4, -1, 1.5].map((to) => nextCeremonyStep(1, to, 3))).toEqual([0, 1, 2, null, null, null, null]);
		expect(nextCeremonyStep(3, 4, 3)).toBeNull();
	});

	it('R55: every step adds whole places below nobody revealed before, and a step back takes exactly them away', () => {
		const anyRows = fc
			.array(fc.integer({ min: 0, max: 8 }), { maxLength: 30 })
			.map((ranks) => [table(ranks.map((rank, index) => row(String(index), rank === 0 ? null : rank)))]);
		fc.assert(
			fc.property(anyRows, fc.nat({ max: 12 }), (people, step) => {
				const before = ceremonyView(people, step);
				const after = ceremonyView(people, step + 1);
				expect(numbers(after.revealed)).toEqual(expect.arrayContaining(numbers(before.revealed)));
				const worstNew = Math.max(
					0,
					...after.revealed.slice(0, after.revealed.length - before.revealed.length).map((one) => one.rank ?? 0)
				);
				const bestOld = Math.min(99, ...before.revealed.map((one) => one.rank ?? 0));
				expect(worstNew).toBeLessThan(bestOld);
				expect(after.revealed.length + after.hidden).toBe(before.revealed.length + before.hidden);
			})
		);
	});
});
