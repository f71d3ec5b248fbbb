// What holds for every result whatever the contest (R40, R43, R190): random contests with random rules.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContestRecord } from '../record/record.ts';
import { aRandomContest } from './random-contest.fixture.ts';
import { computeResult } from './compute.ts';
import type { Place } from './result.ts';

const runs = { numRuns: 1000 };
const placesOf = (record: ContestRecord): Place[] =>
	computeResult(record).stages.flatMap(({ rankings }) => rankings.flatMap(({ places }) => places));

test('R190 the order of the lists of a record changes nothing', () => {
	fc.assert(
		fc.property(aRandomContest(), fc.infiniteStream(fc.nat()), (record, chance) => {
			const shuffled = <Item>(items: Item[]) =>
				items
					.map((item) => [chance.next().value as number, item] as const)
					.sort(([a], [b]) => a - b)
					.map(([, item]) => item);
			const other: ContestRecord = {
				...record,
				rubrics: shuffled(record.rubrics),
				units: shuffled(record.units),
				contestants: shuffled(record.contestants),
				judges: shuffled(record.judges),
				questions: shuffled(record.questions),
				answers: shuffled(record.answers),
				turns: shuffled(record.turns),
				sheets: shuffled(record.sheets),
				given: shuffled(record.given),
				decisions: shuffled(record.decisions)
			};
			expect(computeResult(other)).toEqual(computeResult(record));
		}),
		runs
	);
});

test('R40 what is printed of the parts, carried totals and decisions adds up to the total', () => {
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			fc.pre(record.rules.rounding.at === 'part');
			for (const { score, total } of placesOf(record)) {
				const parts = Object.values(score.parts).reduce((sum, part) => sum + (part?.points ?? 0), 0);
				expect(total).toBe(Math.max(0, parts + score.adjusted));
			}
		}),
		runs
	);
});

test('R43 ranks follow totals, are skipped after shared ones, and nobody is lost', () => {
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			const all = placesOf(record).map(({ contestant }) => contestant);
			expect(all.sort()).toEqual(record.contestants.map(({ number }) => number).sort());
			for (const { places } of computeResult(record).stages.flatMap(({ rankings }) => rankings)) {
				const ranked = places.filter(({ rank }) => rank !== null);
				for (const [at, { rank, shared, total }] of ranked.entries()) {
					const before = ranked[at - 1];
					expect(rank).toBe(before?.rank === rank ? rank : at + 1);
					if (before) expect(before.total).toBeGreaterThanOrEqual(total);
					expect(shared).toBe(ranked.filter((other) => other.rank === rank).length > 1);
				}
			}
		}),
		runs
	);
});

test('R20 one better mark never costs a rank where panels take the mean and nothing is excluded', () => {
	fc.assert(
		fc.property(aRandomContest({ monotone: true }), fc.nat(), fc.nat(), (record, which, step) => {
			const sheet = record.sheets[which % Math.max(1, record.sheets.length)];
			fc.pre(sheet !== undefined);
			const rubric = record.rubrics.find(({ criteria }) => criteria.some(({ code }) => sheet.marks[code] != null));
			const criterion = rubric?.criteria[step % rubric.criteria.length];
			fc.pre(criterion !== undefined);
			const mark = sheet.marks[criterion.code];
			fc.pre(mark != null && mark + criterion.step <= criterion.max);
			const better: ContestRecord = {
				...record,
				sheets: record.sheets.map((each) =>
					each === sheet ? { ...each, marks: { ...each.marks, [criterion.code]: mark + criterion.step } } : each
				)
			};
			const rankIn = (contest: ContestRecord) =>
				placesOf(contest).find(({ contestant }) => contestant === sheet.contestant)?.rank ?? 0;
			expect(rankIn(better)).toBeLessThanOrEqual(rankIn(record));
		}),
		runs
	);
});
