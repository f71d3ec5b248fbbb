// The tables of a result as they are printed: what stands beside a name adds up to its total (R40, R161).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aContestant, aGivenPart, aRecord, aStage, text } from './record/contest-record.fixture.ts';
import { anyContest } from './result/any-contest.fixture.ts';
import { computeResult } from './result/compute.ts';
import { standingTables, tablesSoFar } from './standing-table.ts';

test('R161 what is carried stands in its column as it counts: 33 % of 85,00 is 28,05, rounded down to one decimal 28,00', () => {
	const first = aStage({
		code: 'SK',
		title: text('Sơ khảo', 'Preliminary'),
		parts: [aGivenPart({ code: 'A', maxPoints: 10_000 })],
		advancement: { to: 'CK', top: { count: 1, per: 'stage' }, leastTotal: null, mostPerUnit: null, atCut: 'all' }
	});
	const last = aStage({ parts: [aGivenPart({ code: 'B' })], carry: [{ stage: 'SK', weight: 33 }], total: 4300 });
	const record = aRecord(
		{ stages: [first, last], rounding: { mode: 'down', decimals: 1, at: 'part' } },
		{
			contestants: [aContestant('TS01')],
			given: [
				{ part: 'A', contestant: 'TS01', points: 8500, reason: '' },
				{ part: 'B', contestant: 'TS01', points: 1000, reason: '' }
			]
		}
	);
	const [, table] = standingTables(record, computeResult(record));
	expect(table?.columns.map(({ code, max }) => [code, max])).toEqual([
		['carried SK', 3300],
		['B', 1000]
	]);
	expect(table?.rows).toMatchObject([{ total: 3800, points: { 'carried SK': 2800, B: 1000 } }]);
});

test('while points are missing nought is no place, and points keep theirs', () => {
	const part = aGivenPart({ code: 'A' });
	const record = aRecord(
		{ stages: [aStage({ parts: [part], total: part.maxPoints })] },
		{
			contestants: [aContestant('TS01'), aContestant('TS02'), aContestant('TS03')],
			given: [
				{ part: 'A', contestant: 'TS01', points: 100, reason: '' },
				{ part: 'A', contestant: 'TS02', points: 0, reason: '' },
				{ part: 'A', contestant: 'TS03', points: 0, reason: '' }
			]
		}
	);
	const tables = standingTables(record, computeResult(record));
	expect(tables[0]?.rows.map(({ rank, shared }) => [rank, shared])).toEqual([
		[1, false],
		[2, true],
		[2, true]
	]);
	expect(tablesSoFar(tables)[0]?.rows.map(({ number, rank }) => [number, rank])).toEqual([['TS01', 1]]);
});

test(
	'R40 rounded part by part, the columns of every table add up to the total, never below 0',
	{ timeout: 60_000 },
	() => {
		fc.assert(
			fc.property(anyContest(), (contest) => {
				const record = {
					...contest,
					rules: { ...contest.rules, rounding: { ...contest.rules.rounding, at: 'part' as const } }
				};
				for (const { columns, rows } of standingTables(record, computeResult(record)))
					for (const { total, points } of rows) {
						const sum = columns.reduce((all, { code }) => all + (points[code] ?? 0), 0);
						expect(Math.max(0, sum)).toBe(total);
					}
			}),
			{ numRuns: 1000 }
		);
	}
);
